package az.dost.vahid.kit.consumer;

import az.dost.vahid.definition.Finding;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One thing that a version of the contracts breaks for a requester, where his example has it.
 *
 * @param member of the request or the answer, such as {@code documents[0].verdict}; empty where none is meant
 */
record Breakage(BreakCode code, String member, Finding at) {
    static Breakage unreadable(Finding finding) {
        return new Breakage(BreakCode.EXAMPLE_INVALID, "", finding);
    }

    ObjectNode json() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("file", at.file())
                .put("line", at.line())
                .put("column", at.column())
                .put("code", code.name())
                .put("member", member)
                .put("message", at.message())
                .put("suggestion", at.suggestion())
                .put("fix", code.fix());
    }

    @Override
    public String toString() {
        return at + " [" + code + "] " + code.fix();
    }
}
