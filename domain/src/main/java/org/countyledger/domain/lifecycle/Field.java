package org.countyledger.domain.lifecycle;

import java.util.Arrays;
import java.util.List;
import org.countyledger.domain.record.Clear;

/**
 * An argument in clear of a row.
 *
 * @param place where it stands afterwards
 */
public record Field(String name, FieldType type, boolean required, Place place) {

    /** Where a field is kept. */
    public enum Place {
        HEADER_AND_EVENT,
        EVENT,
        /** For what is too large to stand twice; the event names its digest. */
        HEADER,
        /** Used up by the row. */
        NOWHERE
    }

    public static Field field(String name, FieldType type) {
        return new Field(name, type, true, Place.HEADER_AND_EVENT);
    }

    /** One of a fixed list of codes. */
    public static Field oneOf(String name, String... codes) {
        return field(name, new FieldType.Code(List.of(codes)));
    }

    public static <E extends Enum<E>> Field oneOf(String name, Class<E> codes) {
        return field(
                name,
                new FieldType.Code(
                        Arrays.stream(codes.getEnumConstants()).map(Enum::name).toList()));
    }

    public Field optional() {
        return new Field(name, type, false, place);
    }

    public Field at(Place newPlace) {
        return new Field(name, type, required, newPlace);
    }

    boolean isIn(Clear clear) {
        return clear.has(name);
    }
}
