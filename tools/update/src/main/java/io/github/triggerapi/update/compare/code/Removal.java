package io.github.triggerapi.update.compare.code;

import io.github.triggerapi.codegen.render.GeneratedSources.Origin;
import io.github.triggerapi.update.compare.code.PublicType.Member;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Something that code which uses the generated classes can no longer compile or link against.
 *
 * @param type the name of the class before the change
 * @param member the name of the member; empty for the class itself
 * @param reason the end of a sentence without a full stop
 */
record Removal(Kind kind, String type, String member, String reason) {

    enum Kind {
        CLASS,
        /** The class has another name. */
        CLASS_NAME,
        MEMBER,
        /** The member has another type. */
        MEMBER_TYPE
    }

    /**
     * Returns what the classes of the old revision declare and those of the new one do not.
     *
     * @param renamed the new names of classes that only have another name, by the old names
     */
    static List<Removal> between(
            Map<String, PublicType> before, Map<String, PublicType> after, Map<String, String> renamed) {
        List<Removal> removals = new ArrayList<>();
        for (PublicType old : before.values()) {
            String newName = renamed.getOrDefault(old.name(), old.name());
            PublicType now = after.get(newName);
            if (now == null) {
                removals.add(new Removal(Kind.CLASS, old.name(), "", "the class " + old.name() + " was removed"));
                continue;
            }
            if (!newName.equals(old.name())) {
                String reason = "the class " + old.name() + " was renamed to " + newName;
                removals.add(new Removal(Kind.CLASS_NAME, old.name(), "", reason));
            }
            for (Member member : old.members().values()) {
                Member other = now.members().get(rename(member.qualifiedSignature(), renamed));
                String type = rename(member.type(), renamed);
                if (other == null) {
                    String reason = member.qualifiedSignature() + " was removed";
                    removals.add(new Removal(Kind.MEMBER, old.name(), member.name(), reason));
                } else if (!other.type().equals(type)) {
                    String verb = member.signature().endsWith(")") ? " returns " : " has the type ";
                    String reason = member.qualifiedSignature() + verb + other.type() + " instead of " + type;
                    removals.add(new Removal(Kind.MEMBER_TYPE, old.name(), member.name(), reason));
                }
            }
        }
        return removals;
    }

    /** Returns the members of a class whose names stand for something else in JSON now. */
    static List<Removal> ofJsonNames(String type, Map<String, Origin> before, Map<String, Origin> after) {
        List<Removal> removals = new ArrayList<>();
        before.forEach((member, old) -> {
            Origin now = after.getOrDefault(member, old);
            if (!now.name().equals(old.name())) {
                String reason = type + "." + member + " stands for " + now.name() + " instead of " + old.name();
                removals.add(new Removal(Kind.MEMBER, type, member, reason));
            }
        });
        return removals;
    }

    private static String rename(String code, Map<String, String> renamed) {
        if (renamed.isEmpty()) {
            return code;
        }
        Set<String> names = renamed.keySet();
        String pattern = names.stream().map(Pattern::quote).collect(Collectors.joining("|", "\\b(?:", ")\\b"));
        return Pattern.compile(pattern).matcher(code).replaceAll(match -> renamed.get(match.group()));
    }
}
