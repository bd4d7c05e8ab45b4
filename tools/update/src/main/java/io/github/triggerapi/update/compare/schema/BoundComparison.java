package io.github.triggerapi.update.compare.schema;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.triggerapi.openapi.Node;
import io.github.triggerapi.openapi.SchemaKeyword;
import io.github.triggerapi.update.compare.change.JsonFormat;
import io.github.triggerapi.update.compare.change.ValueSetChange;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Compares the bounds of two schemas on values of one type. */
final class BoundComparison {

    private final Node before;
    private final Node after;
    private final String name;
    private final Consumer<ValueSetChange> found;

    BoundComparison(Node before, Node after, String name, Consumer<ValueSetChange> found) {
        this.before = before;
        this.after = after;
        this.name = name;
        this.found = found;
    }

    /** Compares each keyword that bounds values of a type. */
    void compare(String type) {
        for (SchemaKeyword bound : SchemaKeyword.boundsOf(type)) {
            String keyword = bound.keyword();
            switch (bound.bound().orElseThrow()) {
                case LOWER -> inclusiveOrNot(keyword, SchemaKeyword.EXCLUSIVE_MINIMUM.keyword(), false);
                case UPPER -> inclusiveOrNot(keyword, SchemaKeyword.EXCLUSIVE_MAXIMUM.keyword(), true);
                // Compared together with the inclusive ones.
                case EXCLUSIVE_LOWER, EXCLUSIVE_UPPER -> {}
                case STEP -> multiple(keyword);
                case LEAST_COUNT -> count(keyword, type, false);
                case GREATEST_COUNT -> count(keyword, type, true);
                case UNIQUE -> unique(keyword);
                case PATTERN -> pattern(keyword);
                case FORMAT -> format(keyword);
            }
        }
    }

    // -- numbers -----------------------------------------------------------------------------------------------------

    /** The bound of a number, and whether it excludes the number itself. */
    private record Edge(Node node, BigDecimal value, boolean exclusive) {}

    /** Returns the tighter of two bounds. An exclusive bound is a boolean in OpenAPI 3.0 and a number in 3.1. */
    private static @Nullable Edge edge(Node schema, String keyword, String exclusive, boolean upper) {
        JsonNode bound = schema.get(keyword).json();
        JsonNode other = schema.get(exclusive).json();
        Edge inclusive = bound.isNumber()
                ? new Edge(schema.get(keyword), JsonFormat.number(bound), other.isBoolean() && other.asBoolean())
                : null;
        if (!other.isNumber()) {
            return inclusive;
        }
        Edge open = new Edge(schema.get(exclusive), JsonFormat.number(other), true);
        int order = inclusive == null ? 0 : open.value().compareTo(inclusive.value());
        return inclusive != null && (upper ? order > 0 : order < 0) ? inclusive : open;
    }

    private void inclusiveOrNot(String keyword, String exclusive, boolean upper) {
        Edge old = edge(before, keyword, exclusive, upper);
        Edge now = edge(after, keyword, exclusive, upper);
        int order = compare(old, now, upper);
        if (order == 0) {
            return;
        }
        Edge crossed = order < 0 ? now : old;
        String beyond = name
                + (crossed.exclusive()
                        ? upper ? " of " + plain(crossed) + " or more" : " of " + plain(crossed) + " or less"
                        : upper ? " above " + plain(crossed) : " below " + plain(crossed));
        found.accept(ValueSetChange.of(
                old == null ? before.get(keyword) : old.node(),
                now == null ? after.get(keyword) : now.node(),
                keyword + " of " + name,
                order < 0 ? beyond : "",
                order < 0 ? "" : beyond));
    }

    private static String plain(Edge edge) {
        return edge.value().toPlainString();
    }

    /** Returns a negative number if the new bound is tighter, a positive one if it is looser. */
    private static int compare(@Nullable Edge old, @Nullable Edge now, boolean upper) {
        if (old == null || now == null) {
            return old == now ? 0 : now == null ? 1 : -1;
        }
        int order = now.value().compareTo(old.value());
        return order != 0 ? (upper ? order : -order) : Boolean.compare(old.exclusive(), now.exclusive());
    }

    private void multiple(String keyword) {
        JsonNode old = before.get(keyword).json();
        JsonNode now = after.get(keyword).json();
        if (JsonFormat.canonical(old).equals(JsonFormat.canonical(now))) {
            return;
        }
        String others = name + " that is not a multiple of ";
        boolean wider = now.isMissingNode() || !old.isMissingNode() && divides(now, old);
        boolean narrower = old.isMissingNode() || !now.isMissingNode() && divides(old, now);
        found.accept(change(keyword, "multipleOf of " + name, wider ? "" : others + now, narrower ? "" : others + old));
    }

    private static boolean divides(JsonNode divisor, JsonNode number) {
        return JsonFormat.number(divisor).signum() != 0
                && JsonFormat.number(number)
                                .remainder(JsonFormat.number(divisor))
                                .signum()
                        == 0;
    }

    // -- lengths -----------------------------------------------------------------------------------------------------

    private void count(String keyword, String type, boolean upper) {
        BigDecimal old = count(before.get(keyword), upper);
        BigDecimal now = count(after.get(keyword), upper);
        if (old == null ? now == null : now != null && old.compareTo(now) == 0) {
            return;
        }
        boolean wider = now == null || old != null && (upper ? now.compareTo(old) > 0 : now.compareTo(old) < 0);
        String counted = switch (type) {
            case "string" -> "characters";
            case "array" -> "items";
            default -> "members";
        };
        String beyond = name
                + (upper ? " of more than " : " of less than ")
                + (wider ? old : now).toPlainString()
                + " " + counted;
        String measure = type.equals("string") ? "length" : "number of " + counted;
        String what = (upper ? "greatest " : "least ") + measure + " of " + name;
        found.accept(change(keyword, what, wider ? "" : beyond, wider ? beyond : ""));
    }

    /** Returns null if the keyword bounds nothing. */
    private static @Nullable BigDecimal count(Node keyword, boolean upper) {
        JsonNode value = keyword.json();
        boolean idle = !value.isNumber() || !upper && value.decimalValue().signum() == 0;
        return idle ? null : value.decimalValue();
    }

    // -- others ------------------------------------------------------------------------------------------------------

    private void unique(String keyword) {
        boolean old = before.flag(keyword);
        boolean now = after.flag(keyword);
        if (old != now) {
            String twice = "duplicate items in " + name;
            found.accept(change(keyword, "uniqueItems of " + name, now ? twice : "", now ? "" : twice));
        }
    }

    private void pattern(String keyword) {
        String old = before.text(keyword);
        String now = after.text(keyword);
        if (!old.equals(now)) {
            found.accept(change(
                    keyword,
                    "pattern of " + name,
                    now.isEmpty() ? "" : name + " that does not match " + now,
                    old.isEmpty() ? "" : name + " that does not match " + old));
        }
    }

    /** Treats a format as validated. Only some formats of numbers are known to include others. */
    private void format(String keyword) {
        String old = before.text(keyword);
        String now = after.text(keyword);
        if (old.equals(now)) {
            return;
        }
        boolean wider = now.isEmpty() || List.of("int32 int64", "float double").contains(old + " " + now);
        boolean narrower =
                old.isEmpty() || List.of("int64 int32", "double float").contains(old + " " + now);
        found.accept(change(
                keyword,
                "format of " + name,
                wider ? "" : name + " that is not " + now,
                narrower ? "" : name + " that is not " + old));
    }

    private ValueSetChange change(String keyword, String what, String removed, String added) {
        return ValueSetChange.of(before.get(keyword), after.get(keyword), what, removed, added);
    }
}
