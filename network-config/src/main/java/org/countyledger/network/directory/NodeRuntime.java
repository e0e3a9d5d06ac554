package org.countyledger.network.directory;

import java.util.Locale;

/** How a county's peers and orderers of Fabric run; it never changes. */
public enum NodeRuntime {
    /** As processes of Fabric's own programs. */
    NATIVE,
    /** As containers of Fabric's official images, by Docker or Podman. */
    CONTAINERS;

    /** As {@code --runtime} names it. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
