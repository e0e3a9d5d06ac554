package org.countyledger.gateway.records;

import java.util.Optional;
import java.util.function.Supplier;
import org.countyledger.client.OwnKeyException;
import org.countyledger.domain.lifecycle.RefusalCode;
import org.countyledger.gateway.language.Text;
import org.countyledger.gateway.problem.Finding;
import org.countyledger.gateway.problem.ProblemCode;
import org.countyledger.gateway.problem.ProblemException;
import org.countyledger.gateway.problem.RefusalProblems;

/** Says what is wrong with what an officer's client sent back. */
public final class OwnKeyProblems {
    private static final Text NOT_YOURS =
            new Text("该提案属于其他证书，不属于令牌中的人员。", "It was made for another certificate than that of the token's subject.");
    private static final Text STALE =
            new Text("提案已超过两分钟，请重新准备并签名。", "It was made more than two minutes ago: prepare and sign anew.");
    private static final Text NOT_A_COMMAND =
            new Text("不是本网关准备的提案或交易。", "It is no proposal or transaction that this gateway prepared.");

    private OwnKeyProblems() {}

    public static <T> T in(Supplier<T> call) {
        try {
            return call.get();
        } catch (OwnKeyException e) {
            throw new ProblemException(finding(e.fault()));
        }
    }

    private static Finding finding(OwnKeyException.Fault fault) {
        return switch (fault) {
            case NOT_A_COMMAND -> Finding.of(ProblemCode.VALIDATION_FAILED, NOT_A_COMMAND);
            case NOT_YOURS -> Finding.of(ProblemCode.NOT_ALLOWED, NOT_YOURS);
            case BAD_SIGNATURE ->
                Finding.of(RefusalProblems.of(RefusalCode.SIGNATURE_INVALID))
                        .with(new Finding.Origin(RefusalCode.SIGNATURE_INVALID, "", Optional.empty()));
            case STALE -> Finding.of(ProblemCode.STALE_PROPOSAL, STALE);
        };
    }
}
