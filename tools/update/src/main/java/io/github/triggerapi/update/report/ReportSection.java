package io.github.triggerapi.update.report;

import java.util.ArrayList;
import java.util.List;

/**
 * A section of a report.
 *
 * @param id the id in the HTML page
 * @param intro an introduction; may be empty
 * @param count the number of all entries
 * @param folded whether it is collapsed at first
 * @param more the number of entries that are not shown; empty if all are
 */
record ReportSection(
        String id, String title, String intro, String count, boolean folded, List<Group> groups, String more) {

    /** Entries with a common title, which may be empty. */
    record Group(String title, List<ReportEntry> entries) {}

    static ReportSection of(String id, String title, String intro, boolean folded, List<Group> groups) {
        List<Group> filled =
                groups.stream().filter(group -> !group.entries().isEmpty()).toList();
        return new ReportSection(id, title, intro, ReportFormat.number(size(filled)), folded, filled, "");
    }

    static ReportSection of(String id, String title, String intro, List<ReportEntry> entries) {
        return of(id, title, intro, false, List.of(new Group("", entries)));
    }

    int size() {
        return size(groups);
    }

    private static int size(List<Group> groups) {
        return groups.stream().mapToInt(group -> group.entries().size()).sum();
    }

    /** Returns a copy with the first entries only. */
    ReportSection first(int limit) {
        List<Group> shown = new ArrayList<>();
        int left = limit;
        for (Group group : groups) {
            List<ReportEntry> entries =
                    group.entries().subList(0, Math.min(left, group.entries().size()));
            if (!entries.isEmpty()) {
                shown.add(new Group(group.title(), entries));
            }
            left -= entries.size();
        }
        String hidden = size() <= limit ? more : ReportFormat.number(size() - limit);
        return new ReportSection(id, title, intro, count, folded, shown, hidden);
    }
}
