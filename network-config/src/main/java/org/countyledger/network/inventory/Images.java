package org.countyledger.network.inventory;

import java.util.regex.Pattern;

/**
 * What containers are made of, each with the tag of its release.
 *
 * @param peer Fabric's own
 * @param orderer Fabric's own
 * @param programs those of this project, as its Dockerfile makes them
 */
public record Images(String peer, String orderer, String programs) {
    /** A name with a tag; an image without one would be another every day. */
    private static final Pattern IMAGE = Pattern.compile("[a-z0-9][a-z0-9._/:-]*:[A-Za-z0-9_][A-Za-z0-9._-]*");

    public Images {
        Require.matches(IMAGE, peer, "an image with a tag");
        Require.matches(IMAGE, orderer, "an image with a tag");
        Require.matches(IMAGE, programs, "an image with a tag");
    }
}
