package org.countyledger.network.inventory;

import java.util.List;
import java.util.regex.Pattern;

/** A town with its grids; the code has nine digits and begins with the county's. */
public record Town(String code, Name name, List<Grid> grids) {
    private static final Pattern CODE = Pattern.compile("\\d{9}");

    public Town {
        Require.matches(CODE, code, "a town code of nine digits");
        grids = List.copyOf(grids);
        for (Grid grid : grids) {
            if (!grid.code().startsWith(code)) {
                throw new IllegalArgumentException(
                        "grid " + grid.code() + " does not begin with its town's code " + code);
            }
        }
    }

    /** The smallest area: what one grid worker looks after. */
    public record Grid(String code, Name name) {
        private static final Pattern CODE = Pattern.compile("\\d{12}");
        private static final int TOWN_DIGITS = 9;

        public Grid {
            Require.matches(CODE, code, "a grid code of twelve digits");
        }

        static String townOf(String gridCode) {
            return gridCode.substring(0, TOWN_DIGITS);
        }
    }
}
