package org.countyledger.oracle.backfill;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.regex.Pattern;
import org.countyledger.domain.record.Digests;
import org.countyledger.oracle.problem.ProblemCode;
import org.countyledger.oracle.problem.ProblemException;
import org.countyledger.oracle.problem.Text;
import org.countyledger.oracle.security.Feeder;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Files of the past under the digest of their bytes. */
@RestController
@Tag(name = "backfills")
final class BackfillRoutes {
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");
    private static final Text NO_DIGEST = new Text("不是 SHA-256 摘要。", "It is no SHA-256 digest in lower case hex.");
    private static final Text OTHER_DIGEST =
            new Text("与文件内容的摘要不符。", "It is not the digest of the bytes that were sent.");
    private static final Text NO_FORMAT = new Text("不支持该格式，可用：prsa。", "There is no such format; there is: prsa.");

    private final BackfillDesk desk;

    BackfillRoutes(BackfillDesk desk) {
        this.desk = desk;
    }

    @Operation(
            operationId = "putBackfill",
            summary = "Takes a file of past readings, plain or gzip; the same file again goes on where it stopped",
            security = @SecurityRequirement(name = "feeder"))
    @PutMapping(path = "/v1/backfills/{sha256}", consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    ResponseEntity<Progress> put(
            Feeder feeder,
            @PathVariable String sha256,
            @RequestParam String format,
            @RequestParam String datastream,
            @RequestBody byte[] file) {
        if (!format.equals("prsa")) {
            throw ProblemException.validation("format", NO_FORMAT);
        }
        if (!Digests.sha256Hex(file).equals(digest(sha256))) {
            throw ProblemException.validation("sha256", OTHER_DIGEST);
        }
        Progress progress = desk.put(sha256, datastream, file);
        HttpStatus status = progress.state() == Progress.State.RUNNING ? HttpStatus.ACCEPTED : HttpStatus.OK;
        return ResponseEntity.status(status).body(progress);
    }

    private static String digest(String sha256) {
        if (!DIGEST.matcher(sha256).matches()) {
            throw ProblemException.validation("sha256", NO_DIGEST);
        }
        return sha256;
    }

    @Operation(operationId = "backfill", summary = "How far a file got")
    @GetMapping("/v1/backfills/{sha256}")
    Progress progress(@PathVariable String sha256) {
        return desk.find(digest(sha256)).orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND_OR_HIDDEN));
    }
}
