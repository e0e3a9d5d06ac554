package org.countyledger.oracle.backfill;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.record.Kind;
import org.countyledger.oracle.testing.Oracle;
import org.countyledger.oracle.testing.Reply;
import org.countyledger.oracle.testing.SharedCounty;
import org.countyledger.oracle.testing.TestCounty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedCounty.class)
class BackfillTest {
    private final TestCounty county;
    private final Oracle oracle;

    BackfillTest(TestCounty county) {
        this.county = county;
        this.oracle = county.oracle();
    }

    @Test
    void aFileComesToTheLedgerWholeWithItsMissingHoursAndEveryExceedance() {
        String station = county.station(SampleFile.FIRST);
        byte[] file = new SampleFile().withExceedances(12).packed();
        oracle.put(file, station).expect(202);
        Reply ended = oracle.ended(file);
        assertThat(ended.at("/state")).isEqualTo("COMPLETE");
        assertThat(ended.numberAt("/readings")).isEqualTo(96);
        assertThat(ended.numberAt("/missing")).isEqualTo(24);
        assertThat(ended.numberAt("/windows")).isEqualTo(120);
        assertThat(ended.numberAt("/transactions")).isEqualTo(3);
        assertThat(ended.numberAt("/exceedances")).isEqualTo(12);
        List<Header> exceedances = county.offices().about(Kind.EXCEEDANCE, station);
        assertThat(exceedances)
                .hasSize(12)
                .allSatisfy(header -> assertThat(header.state()).isEqualTo("RECORDED_ONLY"));
        assertThat(oracle.reached(station, 119).numberAt("/lastWindow/number")).isEqualTo(119);
    }

    @Test
    void theSameFileAgainAnswersWhatBecameOfIt() {
        String station = county.station(SampleFile.FIRST);
        byte[] file = new SampleFile().with(1, 2, 3, station.hashCode() & 0xff).plain();
        oracle.put(file, station).expect(202);
        Reply ended = oracle.ended(file);
        Reply again = oracle.put(file, station).expect(200);
        assertThat(again.body()).isEqualTo(ended.body());
        oracle.put(file, county.station(SampleFile.FIRST)).expect(422);
    }

    @Test
    void aSecondFileGoesOnWhereTheFirstEndedAndNamesWhatIsThereAlready() {
        String station = county.station(SampleFile.FIRST);
        byte[] first = new SampleFile().with(1, 2, 3, 4).plain();
        byte[] second = new SampleFile().with(1, 2, 3, 4, 5, 6).plain();
        oracle.put(first, station).expect(202);
        oracle.put(second, station).expect(202);
        Reply ended = oracle.ended(second);
        assertThat(ended.numberAt("/windows")).isEqualTo(2);
        assertThat(ended.numberAt("/refused/window-closed")).isEqualTo(4);
    }

    @Test
    void impossibleRowsAreCountedByReasonAndTheirHoursAreMissing() {
        String station = county.station(SampleFile.FIRST);
        byte[] file = new SampleFile()
                .with(1, -2, "x", 20_000, 1.2345, 6)
                .withLine("7,2014,2,30,0,5,NA,\"Test\"")
                .withLine("8,2013,1,1,0,5,NA,\"Test\"")
                .withLine("9,2114,1,1,0,5,NA,\"Test\"")
                .withLine("10,2014,1,1,8,99,NA,\"Test\"")
                .plain();
        oracle.put(file, station).expect(202);
        Reply ended = oracle.ended(file);
        assertThat(ended.numberAt("/readings")).isEqualTo(2);
        assertThat(ended.numberAt("/missing")).isEqualTo(4);
        for (String reason : List.of(
                "value-negative",
                "value-not-a-number",
                "value-too-high",
                "value-too-precise",
                "value-differs",
                "time-malformed",
                "time-before-first-window",
                "time-in-future")) {
            assertThat(ended.numberAt("/refused/" + reason)).as(reason).isEqualTo(1);
        }
    }

    @Test
    void whatIsNoSuchFileIsRefusedBeforeItIsStored() {
        String station = county.station(SampleFile.FIRST);
        byte[] file = new SampleFile().with(1).plain();
        assertThat(oracle.put("0".repeat(64), file, station).expect(422).at("/errors/0/pointer"))
                .isEqualTo("sha256");
        byte[] other = "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8);
        assertThat(oracle.put(other, station).expect(422).at("/errors/0/reason"))
                .contains("column year is missing");
        byte[] cut = java.util.Arrays.copyOf(new SampleFile().withExceedances(9).packed(), 60);
        assertThat(oracle.put(cut, station).expect(422).at("/errors/0/reason")).contains("unpacked");
        oracle.put(file, "00000000-0000-8000-8000-000000000000").expect(422);
        oracle.get("/v1/backfills/" + "0".repeat(64)).expect(404);
    }

    @Test
    void aSmallFileThatUnpacksToAVeryLargeOneIsRefused() {
        byte[] bomb = SampleFile.pack(new byte[3 << 20]);
        assertThat(bomb.length).isLessThan(10_000);
        oracle.put(bomb, county.station(SampleFile.FIRST)).expect(413);
    }
}
