package org.countyledger.domain.record;

import static org.assertj.core.api.Assertions.assertThat;

import org.countyledger.domain.lifecycle.Draft;
import org.countyledger.domain.record.Header.Link;
import org.countyledger.domain.testing.TestCounty;
import org.countyledger.domain.testing.WelfareCase;
import org.junit.jupiter.api.Test;

class HeaderTest {
    private final WelfareCase story = new WelfareCase(TestCounty.legal()).onNotice();

    @Test
    void ofSeveralLinksOfOneSortTheLastCounts() {
        Header repeated = Draft.of(story.header())
                .link(new Link("notice", Kind.NOTICE, "another"))
                .finish(story.header().position());
        assertThat(repeated.links()).hasSize(2);
        assertThat(repeated.link("notice").map(Link::id)).contains("another");
        assertThat(repeated.link("unheard")).isEmpty();
    }

    @Test
    void aHandIsRememberedUnderItsDuty() {
        assertThat(story.header().hands("OPINION")).hasSize(1);
        assertThat(story.header().hands("DECIDE")).isEmpty();
        assertThat(story.header().hasHandOf("Z0")).isFalse();
    }
}
