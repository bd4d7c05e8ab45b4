package io.github.triggerapi.codegen.render;

import static io.github.triggerapi.codegen.render.MethodSignature.concat;
import static io.github.triggerapi.codegen.render.MethodSignature.names;

import io.github.triggerapi.codegen.render.MethodSignature.Overload;
import io.github.triggerapi.codegen.render.ParameterViews.ParameterView;
import io.github.triggerapi.codegen.source.CommentText;
import io.github.triggerapi.codegen.source.JavaCode;
import io.github.triggerapi.codegen.source.Name;
import java.util.ArrayList;
import java.util.List;

/**
 * Creates the stubs' method for an operation, and the overloads that it calls by default. Implementations that were written
 * when the operation had no body, query parameters or headers override the overloads.
 *
 * @param form the method
 * @param first the path parameters
 * @param body the body; empty if there is none
 * @param optionalBody whether a request may have no body
 * @param queryAndHeaders the object with the query parameters and headers; empty if there are none
 * @param notImplemented the statement of the overload that calls no other
 */
record ServerOverloads(
        MethodSignature form,
        List<ParameterView> first,
        List<ParameterView> body,
        boolean optionalBody,
        List<ParameterView> queryAndHeaders,
        JavaCode notImplemented) {

    private static final CommentText WITHOUT_BODY = CommentText.of("without a body");

    JavaCode signature() {
        return form.signature(
                JavaCode.of("default "),
                all().stream().map(ParameterView::declaration).toList());
    }

    private List<ParameterView> all() {
        return concat(concat(first, body), queryAndHeaders);
    }

    /** Returns the statements of the method of the operation. */
    JavaCode defaultBody() {
        if (optionalBody && !queryAndHeaders.isEmpty()) {
            JavaCode withoutBody = form.call(names(concat(first, queryAndHeaders)));
            JavaCode withBody = form.call(names(concat(first, body)));
            Name argument = body.get(0).name();
            return form.returnsNothing()
                    ? JavaCode.of("""
                            if ($ == null) {
                                        $;
                                    } else {
                                        $;
                                    }""", argument, withoutBody, withBody)
                    : JavaCode.of("return $ == null ? $ : $;", argument, withoutBody, withBody);
        }
        if (optionalBody) {
            return form.returnCall(names(first));
        }
        return queryAndHeaders.isEmpty() ? notImplemented : form.returnCall(names(concat(first, body)));
    }

    /** Returns the overloads, each of which calls the next by default. */
    List<Overload> compatibilityOverloads() {
        if (queryAndHeaders.isEmpty()) {
            return optionalBody ? List.of(form.overload(doc(WITHOUT_BODY), first, notImplemented)) : List.of();
        }
        CommentText withoutParameters = doc(CommentText.of("without the parameters"));
        if (!optionalBody) {
            return List.of(form.overload(withoutParameters, concat(first, body), notImplemented));
        }
        List<JavaCode> nullBody = new ArrayList<>(names(first));
        nullBody.add(JavaCode.of("($) null", body.get(0).type()));
        return List.of(
                form.overload(withoutParameters, concat(first, body), form.returnCall(names(first))),
                form.overload(doc(WITHOUT_BODY), concat(first, queryAndHeaders), form.returnCall(nullBody)),
                form.overload(doc(CommentText.of("without body and parameters")), first, notImplemented));
    }

    private CommentText doc(CommentText less) {
        return CommentText.of("Called by the default implementation of $, $.", form.link(all()), less);
    }
}
