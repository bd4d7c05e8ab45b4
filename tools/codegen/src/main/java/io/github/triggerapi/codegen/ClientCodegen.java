package io.github.triggerapi.codegen;

import io.github.triggerapi.codegen.render.Target;
import org.openapitools.codegen.CodegenType;

/** Generates Retrofit interfaces and models for Gson. */
public final class ClientCodegen extends TriggerCodegen {

    /** Called by openapi-generator. */
    public ClientCodegen() {
        super(Target.CLIENT);
    }

    @Override
    public String getName() {
        return "trigger-client";
    }

    @Override
    public CodegenType getTag() {
        return CodegenType.CLIENT;
    }

    @Override
    public String getHelp() {
        return "Generates Retrofit interfaces and models for Gson.";
    }
}
