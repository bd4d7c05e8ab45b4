package io.github.triggerapi.codegen;

import io.github.triggerapi.codegen.render.Target;
import org.openapitools.codegen.CodegenType;

/** Generates JAX-RS interfaces and models for Jackson. */
public final class ServerStubsCodegen extends TriggerCodegen {

    /** Called by openapi-generator. */
    public ServerStubsCodegen() {
        super(Target.SERVER);
    }

    @Override
    public String getName() {
        return "trigger-server-stubs";
    }

    @Override
    public CodegenType getTag() {
        return CodegenType.SERVER;
    }

    @Override
    public String getHelp() {
        return "Generates JAX-RS interfaces and models for Jackson.";
    }
}
