package org.countyledger.risk.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** A made-up log of incidents of two events in the columns of the real one. Heavy cases of one unit miss their time. */
public final class SmallLog {
    private static final DateTimeFormatter DAY_FIRST = DateTimeFormatter.ofPattern("d/M/uuuu HH:mm");
    private static final String HEADER = "number,incident_state,active,reassignment_count,reopen_count,sys_mod_count,"
            + "made_sla,caller_id,opened_by,opened_at,sys_created_by,sys_created_at,sys_updated_by,sys_updated_at,"
            + "contact_type,location,category,subcategory,u_symptom,cmdb_ci,impact,urgency,priority,assignment_group,"
            + "assigned_to,knowledge,u_priority_confirmation,notify,problem_id,rfc,vendor,caused_by,closed_code,"
            + "resolved_by,resolved_at,closed_at";

    private SmallLog() {}

    public static Path write(Path folder, int incidents) throws IOException {
        SplittableRandom random = new SplittableRandom(31);
        LocalDateTime opened = LocalDateTime.of(2016, 3, 1, 8, 0);
        List<String> lines = new ArrayList<>();
        lines.add(HEADER);
        for (int i = 0; i < incidents; i++) {
            opened = opened.plusMinutes(30 + random.nextInt(30));
            int unit = random.nextInt(6);
            boolean heavy = random.nextInt(3) == 0;
            boolean late = random.nextInt(100) < (heavy ? 30 : 5) + 10 * unit;
            String[] tail = {
                "Phone",
                "Location " + random.nextInt(9),
                "Category " + random.nextInt(5),
                "?",
                "?",
                "?",
                heavy ? "1 - High" : "2 - Medium",
                "2 - Medium",
                "3 - Moderate",
                "Group " + unit,
                "?",
                "true",
                "false",
                "Do Not Notify",
                "?",
                "?",
                "?",
                "?",
                "code 1",
                "Resolved by 1",
                "?"
            };
            LocalDateTime closed = opened.plusHours(5);
            lines.add(line(
                    "INC%05d,New,true,0,0,0,true".formatted(i), List.of(opened, opened.plusMinutes(5), closed), tail));
            String last = "INC%05d,Closed,false,%d,0,1,%s".formatted(i, random.nextInt(4), !late);
            lines.add(line(last, List.of(opened, closed, closed), tail));
        }
        return Files.write(folder.resolve("small.csv"), lines);
    }

    /** Times are opened, updated, closed. */
    private static String line(String head, List<LocalDateTime> times, String[] tail) {
        return head + ",Caller 1,Opened by 1," + DAY_FIRST.format(times.get(0)) + ",?,?,Updated by 1,"
                + DAY_FIRST.format(times.get(1)) + "," + String.join(",", tail) + "," + DAY_FIRST.format(times.get(2));
    }
}
