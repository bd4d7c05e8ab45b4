package io.github.triggerapi.update.compare.code;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.triggerapi.codegen.model.Api;
import io.github.triggerapi.codegen.model.Definition.EnumDefinition;
import io.github.triggerapi.codegen.model.Definition.Member;
import io.github.triggerapi.codegen.model.Names;
import io.github.triggerapi.codegen.model.Type;
import io.github.triggerapi.codegen.model.Type.Scalar;
import io.github.triggerapi.codegen.model.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * What generated code has for a member of an object.
 *
 * @param json the name in JSON
 * @param name the accessor, and the method of the builder
 * @param has tells whether the member is there, be it null; empty where there is none
 * @param orDefault the accessor that falls back to the default; empty where there is none
 */
record Accessors(String json, Value value, String name, String has, String orDefault) {

    /** Those of all members, in their order. */
    static List<Accessors> of(List<Member> members, Api api) {
        JavaTypes.Unique names = new JavaTypes.Unique();
        List<Accessors> all = new ArrayList<>();
        for (Member member : members) {
            Value value = member.value();
            String name = names.of(Names.member(member.jsonName()));
            boolean tracksNull = value.nullable() && !(value.type() instanceof Type.Any);
            String has = tracksNull ? names.of("has" + Names.pascal(name)) : "";
            String orDefault = hasDefault(member, api) ? names.of(name + "OrDefault") : "";
            all.add(new Accessors(member.jsonName(), value, name, has, orDefault));
        }
        return all;
    }

    private static boolean hasDefault(Member member, Api api) {
        JsonNode json = member.value().description().defaultValue();
        Type type = member.value().type();
        if (member.required() || json.isMissingNode()) {
            return false;
        }
        boolean isEnum = type instanceof Type.Named named && api.definition(named) instanceof EnumDefinition;
        return (type == Scalar.STRING || isEnum) && json.isTextual()
                || type == Scalar.BOOLEAN && json.isBoolean()
                || type == Scalar.INTEGER && json.isIntegralNumber() && json.canConvertToLong()
                || type == Scalar.NUMBER && json.isNumber();
    }
}
