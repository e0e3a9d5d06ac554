package org.countyledger.risk.card;

/** The page around a card's contents. */
final class CardPage {
    static final String TEMPLATE = """
            <!doctype html>
            <html lang="zh">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <title>模型卡 Model card</title>
            <style>
            body { font: 15px/1.5 "Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", sans-serif; color: #1d2733;
                   max-width: 62rem; margin: 2rem auto; padding: 0 1.5rem; }
            h1 { font-size: 1.6rem; margin-bottom: 0; }
            h2 { font-size: 1.1rem; margin: 2rem 0 .6rem; border-bottom: 2px solid #14506e; padding-bottom: .2rem; }
            h2 span, li span, h1 span { color: #5b6773; font-weight: normal; font-size: .92em; }
            code, .value { font-family: ui-monospace, monospace; font-size: .85em; overflow-wrap: anywhere; }
            table { border-collapse: collapse; width: 100%; }
            th, td { text-align: left; padding: .3rem .6rem; border-bottom: 1px solid #dde3e8; vertical-align: top; }
            thead th { background: #eef3f6; }
            .numbers td:not(:first-child), .numbers th:not(:first-child) { text-align: right;
                   font-variant-numeric: tabular-nums; }
            .two { display: grid; grid-template-columns: 1fr 1fr; gap: 2rem; }
            .never { background: #fdf1ef; border-left: 4px solid #b3362b; padding: .2rem 1rem; }
            .may { background: #eff6f1; border-left: 4px solid #2f7d4f; padding: .2rem 1rem; }
            ul { padding-left: 1.1rem; }
            svg { width: 100%; max-width: 26rem; }
            .grid { stroke: #e3e8ec; } .ideal { stroke: #8a96a1; stroke-dasharray: 5 4; }
            .curve { fill: none; stroke: #14506e; stroke-width: 2; } .dot { fill: #14506e; fill-opacity: .75; }
            .axis { font-size: 12px; fill: #46525d; }
            @media (max-width: 44rem) { .two { grid-template-columns: 1fr; } }
            </style>
            </head>
            <body>
            <h1>模型卡：诉求是否@PURPOSE_ZH@ <span>Model card: whether a case @PURPOSE_EN@</span></h1>
            <p><code>@NAME@</code></p>
            <p>评分只排先后，属于记录，不属于人，不作任何决定。<br>A score orders work. It belongs to a record, never to a
            person, and decides nothing.</p>
            <div class="two">
            <div class="may"><h2>用途 <span>Intended use</span></h2><ul>@INTENDED@</ul></div>
            <div class="never"><h2>禁止 <span>Forbidden use</span></h2><ul>@FORBIDDEN@</ul></div>
            </div>
            <h2>效果 <span>How good it is, on records opened after those it learned from</span></h2>
            <table class="numbers"><thead><tr><th></th><th>记录 records</th><th>实际比例 rate</th><th>AUC</th>
            <th>平均查准率 AP</th><th>Brier</th><th>校准误差 error</th></tr></thead><tbody>@MEASURES@</tbody></table>
            <div class="two">
            <div><h2>校准 <span>Calibration: what was said and what came</span></h2>@CALIBRATION@</div>
            <div><h2>查准与查全 <span>Precision and recall</span></h2>@PRECISION_RECALL@</div>
            </div>
            <h2>分组 <span>By slice, of at least 100 records</span></h2>
            <table class="numbers"><thead><tr><th></th><th>记录 records</th><th>实际比例 rate</th><th>AUC</th>
            <th>平均查准率 AP</th><th>Brier</th><th>校准误差 error</th></tr></thead><tbody>@SLICES@</tbody></table>
            <h2>所知 <span>All it knows of a record</span></h2>
            <table><thead><tr><th>代码 code</th><th>名称</th><th>name</th></tr></thead><tbody>@FEATURES@</tbody></table>
            <p>凡涉及个人的属性，特征表一律拒收。<br>Attributes of persons are refused by the schema.</p>
            <h2>限度 <span>Limits</span></h2>
            <ul>
            <li>训练数据是一个信息技术服务台的日志，作为诉求的替代，不代表本县。<br><span>It learned from the log of an IT service
            desk, a stand-in for grievances; it is no evidence about this county.</span></li>
            <li>部分训练记录在分割时点尚未办结，其结果当时未知，效果因此略偏乐观。<br><span>Some of the records it learned from were
            closed after the split, so their outcome was not known then; measures are a little optimistic for that.</span></li>
            <li>校准依据最近办结的记录；基准比例变动时，校准误差可达上表数倍。<br><span>Calibration follows the records closed last;
            when the base rate moves, its error can be several times the one above.</span></li>
            <li>数据随时间漂移；漂移指数超过 0.25 时应停用。<br><span>Data drift; above an index of 0.25 it is to be
            suspended.</span></li>
            </ul>
            <h2>来历 <span>Provenance</span></h2>
            <table><tbody>@FACTS@</tbody></table>
            </body>
            </html>
            """;

    private CardPage() {}
}
