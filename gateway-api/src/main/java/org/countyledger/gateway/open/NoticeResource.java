package org.countyledger.gateway.open;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.countyledger.domain.record.Header;
import org.countyledger.gateway.language.Text;

/**
 * Where and how long a notice hangs; never what it says, which hangs in the village and nowhere else.
 *
 * @param since when it came into this state
 * @param endAt until when it must hang
 */
@Schema(name = "PublicNotice")
record NoticeResource(
        String id,
        Optional<String> noticeKind,
        Optional<String> town,
        Optional<String> placeCode,
        String state,
        Text label,
        Instant since,
        Optional<Instant> endAt) {

    static NoticeResource of(Header header, Text label) {
        return new NoticeResource(
                header.id(),
                header.fields().text("noticeKind"),
                header.founding().townCode(),
                header.fields().text("placeCode"),
                header.state(),
                label,
                header.position().since(),
                header.fields().text("endAt").map(Instant::parse));
    }

    /** Part of the notices, newest first. */
    @Schema(name = "PublicNotices")
    record NoticePage(List<NoticeResource> items, Optional<String> nextCursor, long asOfBlock) {}
}
