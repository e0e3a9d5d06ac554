package org.countyledger.risk.model;

import java.util.List;

/** What a model may be used for, and what never: registered with it and shown on its card. */
public final class ModelUse {
    /** A sentence in both languages. */
    public record Sentence(String zh, String en) {}

    public static final List<Sentence> INTENDED = List.of(
            new Sentence("决定先走访、先联系哪一件诉求。", "To decide which case is visited or called first."),
            new Sentence("由承办人参考，连同理由一并显示。", "To be read by the handling officer, together with its reasons."));

    public static final List<Sentence> FORBIDDEN = List.of(
            new Sentence("不得用于评价个人；评分属于记录，不属于人。", "Never to judge a person: a score belongs to a record."),
            new Sentence("不得作为受理、授予、不予或任何办理决定的理由。", "Never as a reason to accept, grant, refuse or decide anything."),
            new Sentence("不得用于考核承办人。", "Never to assess the officers who handle cases."),
            new Sentence("不得公开，也不得在停用、过期后使用。", "Never in public, and never after suspension or expiry."));

    private ModelUse() {}
}
