package az.dost.vahid.journeys.reload;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Holds when {@code vahid.connectors} names a folder. */
final class FolderOfConnectors implements Condition {
    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        return !context.getEnvironment().getProperty("vahid.connectors", "").isBlank();
    }
}
