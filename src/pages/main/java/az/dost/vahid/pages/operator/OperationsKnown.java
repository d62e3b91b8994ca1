package az.dost.vahid.pages.operator;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Without the address of the gateway's port for operators there are no pages for them. */
final class OperationsKnown implements Condition {
    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        return !context.getEnvironment()
                .getProperty("vahid.pages.operations", "")
                .isBlank();
    }
}
