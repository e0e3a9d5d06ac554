# shellcheck shell=sh
# Finds what the scripts run on. Sourced; every function prints its answer, or a sentence on stderr and fails.
#
# A JDK is taken in this order: COUNTY_JDK, JAVA_HOME if it is new enough, else the newest that is found on the PATH,
# in Maven's toolchains.xml or where systems and tools put them. A JAVA_HOME that is too old is passed over.

want_jdk=21
want_maven=3.8

# The feature version of the JDK at $1; 0 where there is none.
jdk_feature() {
    if [ -x "$1/bin/javac" ] && [ -r "$1/release" ]; then
        feature=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release")
        echo "${feature:-0}"
    else
        echo 0
    fi
}

# Every place where a JDK may be, one a line.
jdk_candidates() {
    if javac=$(command -v javac); then
        javac=$(readlink -f "$javac" 2>/dev/null || echo "$javac")
        dirname "$(dirname "$javac")"
    fi
    toolchains="${HOME:-}/.m2/toolchains.xml"
    if [ -r "$toolchains" ]; then
        sed -n 's/.*<jdkHome>\(.*\)<\/jdkHome>.*/\1/p' "$toolchains"
    fi
    for place in \
        ${JDK_PLACES:-/usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* "${HOME:-}"/.sdkman/candidates/java/* \
            "${HOME:-}"/.jdks/* /Library/Java/JavaVirtualMachines/*/Contents/Home}; do
        echo "$place"
    done
}

# The home of the JDK to use.
find_jdk() {
    for home in "${COUNTY_JDK:-}" "${JAVA_HOME:-}"; do
        if [ -n "$home" ] && [ "$(jdk_feature "$home")" -ge "$want_jdk" ]; then
            echo "$home"
            return 0
        fi
    done
    newest=$(jdk_candidates | while IFS= read -r home; do
        echo "$(jdk_feature "$home") $home"
    done | sort -n | tail -n 1)
    if [ "${newest%% *}" -ge "$want_jdk" ] 2>/dev/null; then
        echo "${newest#* }"
        return 0
    fi
    echo "No JDK $want_jdk or newer was found: install one, or set JAVA_HOME to it (it is ${JAVA_HOME:-not set})." >&2
    return 1
}

# Fails unless Maven is there and new enough. Maven is asked under the JDK of $1.
check_maven() {
    if ! command -v mvn >/dev/null 2>&1; then
        echo "Maven $want_maven or newer is needed and mvn is not on the PATH: install Maven." >&2
        return 1
    fi
    version=$(JAVA_HOME=$1 mvn -B -v 2>/dev/null | sed -n 's/.*Apache Maven \([0-9][0-9.]*\).*/\1/p')
    oldest=$(printf '%s\n%s\n' "$want_maven" "${version:-0}" | sort -t . -k 1,1n -k 2,2n | head -n 1)
    if [ "$oldest" != "$want_maven" ]; then
        echo "Maven $want_maven or newer is needed but mvn is version ${version:-unknown}: install a newer Maven." >&2
        return 1
    fi
}
