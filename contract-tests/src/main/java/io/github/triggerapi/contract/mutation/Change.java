package io.github.triggerapi.contract.mutation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;

/**
 * A change of one element of a document.
 *
 * @param description a description of the change
 * @param edit applies the change to a copy of the document
 */
record Change(ChangeTarget target, String description, Consumer<ObjectNode> edit) {}
