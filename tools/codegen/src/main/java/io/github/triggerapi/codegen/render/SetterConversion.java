package io.github.triggerapi.codegen.render;

import io.github.triggerapi.codegen.model.Type;
import io.github.triggerapi.codegen.model.Type.Scalar;
import io.github.triggerapi.codegen.source.JavaCode;
import java.util.List;

/**
 * A Java type that builders and factories accept in place of the type of a value.
 *
 * @param type the Java type
 * @param function the function to the type of the value
 */
record SetterConversion(JavaCode type, JavaCode function) {

    /** Returns the conversions to a type: to numbers, those from primitive numbers. */
    static List<SetterConversion> to(Type type) {
        JavaCode toDecimal = JavaCode.of("BigDecimal.valueOf");
        if (type == Scalar.INTEGER) {
            return List.of(new SetterConversion(JavaCode.of("long"), JavaCode.of("Long.valueOf")));
        }
        return type == Scalar.NUMBER
                ? List.of(
                        new SetterConversion(JavaCode.of("long"), toDecimal),
                        new SetterConversion(JavaCode.of("double"), toDecimal))
                : List.of();
    }
}
