package io.github.triggerapi.update.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A part of a report.
 *
 * @param id names it in addresses
 * @param intro a sentence or more before the entries; may be empty
 * @param count how many entries there are, shown or not
 * @param folded whether it is closed until somebody opens it
 * @param more how many entries are not shown; empty where all are
 */
record ReportSection(
        String id, String title, String intro, String count, boolean folded, List<Group> groups, String more) {

    /** Entries under a title, which may be empty. */
    record Group(String title, List<ReportEntry> entries) {}

    static ReportSection of(String id, String title, String intro, boolean folded, List<Group> groups) {
        List<Group> filled =
                groups.stream().filter(group -> !group.entries().isEmpty()).toList();
        return new ReportSection(id, title, intro, TextFormat.number(size(filled)), folded, filled, "");
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

    /** The same with no more than so many entries: the first ones. */
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
        String hidden = size() <= limit ? more : TextFormat.number(size() - limit);
        return new ReportSection(id, title, intro, count, folded, shown, hidden);
    }

    /** The same with each text of its entries made shorter. */
    ReportSection map(UnaryOperator<String> shorten) {
        List<Group> shorter = groups.stream()
                .map(group -> new Group(
                        group.title(),
                        group.entries().stream()
                                .map(entry -> entry.map(shorten))
                                .toList()))
                .toList();
        return new ReportSection(id, title, intro, count, folded, shorter, more);
    }
}
