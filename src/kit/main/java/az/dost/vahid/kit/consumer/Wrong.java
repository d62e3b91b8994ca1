package az.dost.vahid.kit.consumer;

import az.dost.vahid.definition.Definition;

/**
 * What does not fit, before it has a line.
 *
 * @param weight how much of the value is lost by it, from 1
 * @param suggestion null for none
 */
record Wrong(BreakCode code, Place at, String message, String suggestion, int weight) {
    static Wrong of(BreakCode code, Place at, String message) {
        return new Wrong(code, at, message, null, 1);
    }

    Breakage in(Definition example) {
        return new Breakage(
                code,
                at.member(),
                example.suggesting(message, suggestion, at.path().toArray()));
    }
}
