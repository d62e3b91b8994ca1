package az.dost.vahid.normalise;

import com.schibsted.spt.data.jslt.Expression;
import com.schibsted.spt.data.jslt.Function;
import com.schibsted.spt.data.jslt.impl.AbstractOperator;
import com.schibsted.spt.data.jslt.impl.ArraySlicer;
import com.schibsted.spt.data.jslt.impl.EqualsComparison;
import com.schibsted.spt.data.jslt.impl.ExpressionImpl;
import com.schibsted.spt.data.jslt.impl.ExpressionNode;
import com.schibsted.spt.data.jslt.impl.ForExpression;
import com.schibsted.spt.data.jslt.impl.FunctionDeclaration;
import com.schibsted.spt.data.jslt.impl.FunctionExpression;
import com.schibsted.spt.data.jslt.impl.JstlFile;
import com.schibsted.spt.data.jslt.impl.MatcherExpression;
import com.schibsted.spt.data.jslt.impl.ObjectComprehension;
import com.schibsted.spt.data.jslt.impl.PlusOperator;
import com.schibsted.spt.data.jslt.impl.UnequalsComparison;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Puts {@link Steps} into a compiled mapping wherever a run can take longer than the mapping is long: what is done for
 * each of a list, whenever a function is called, and where long values are made or compared. JSLT 0.1.14 has no bound
 * of its own and nothing to hang one on, so its fields are set, once, when a mapping is compiled. A version with other
 * fields fails here, at the start.
 */
final class Meter {
    private static final String LIBRARY = "com.schibsted.spt.data.jslt.impl";
    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    /** @return the same, which counts from now on */
    static Expression into(Expression mapping) {
        if (!(mapping instanceof ExpressionImpl)) {
            throw new IllegalStateException("Mappings of this version of JSLT cannot be bounded");
        }
        try {
            new Meter().walk(mapping);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Mappings of this version of JSLT cannot be bounded", e);
        }
        return mapping;
    }

    private void walk(Object part) throws ReflectiveOperationException {
        if (part == null || !part.getClass().getPackageName().equals(LIBRARY) || !seen.add(part)) {
            return;
        }
        for (Class<?> type = part.getClass(); type != Object.class; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive()) {
                    field.setAccessible(true);
                    meter(part, field);
                }
            }
        }
        if (part instanceof ForExpression loop) {
            each(loop, "ifExpr", "loopExpr");
        } else if (part instanceof ObjectComprehension loop) {
            each(loop, "ifExpr", "value");
        } else if (part instanceof MatcherExpression matcher) {
            each(matcher, "expr", "expr");
        } else if (part instanceof FunctionDeclaration function) {
            Field body = field(function, "body");
            ExpressionNode node = (ExpressionNode) body.get(function);
            body.set(function, MeteredNode.called(node, size(node)));
        }
    }

    private void meter(Object part, Field field) throws ReflectiveOperationException {
        Object value = field.get(part);
        if (value instanceof Function function
                && part instanceof FunctionExpression call
                && field.getName().equals("function")
                && !(function instanceof FunctionDeclaration)
                && !(function instanceof JstlFile)) {
            field.set(
                    part,
                    new MeteredFunction(
                            function,
                            call.getLocation() == null ? 0 : call.getLocation().getLine()));
        } else if (value instanceof Object[] many) {
            for (int i = 0; i < many.length; i++) {
                walk(many[i]);
                if (many.getClass().getComponentType() == ExpressionNode.class) {
                    many[i] = metered((ExpressionNode) many[i]);
                }
            }
        } else if (value instanceof Map<?, ?> named) {
            for (Object one : named.values()) {
                walk(one);
            }
        } else if (value instanceof ExpressionNode || value instanceof ExpressionImpl || value instanceof Function) {
            walk(value);
            if (field.getType() == ExpressionNode.class) {
                field.set(part, metered((ExpressionNode) value));
            }
        }
    }

    private static ExpressionNode metered(ExpressionNode node) {
        if (node instanceof PlusOperator || node instanceof ArraySlicer) {
            return MeteredNode.made(node);
        }
        return node instanceof EqualsComparison || node instanceof UnequalsComparison
                ? MeteredNode.compared((AbstractOperator) node)
                : node;
    }

    /** What is evaluated first for each of the list, and counts for all of it. */
    private static void each(ExpressionNode loop, String first, String otherwise) throws ReflectiveOperationException {
        Field field = field(loop, first);
        if (field.get(loop) == null) {
            field = field(loop, otherwise);
        }
        field.set(loop, MeteredNode.each((ExpressionNode) field.get(loop), size(loop)));
    }

    private static Field field(Object part, String name) throws NoSuchFieldException {
        Field field = part.getClass().getDeclaredField(name);
        field.setAccessible(true);
        return field;
    }

    /** How many expressions there are in it; those of loops in it count in them once more. */
    private static int size(ExpressionNode node) {
        int size = 1;
        for (ExpressionNode child : node.getChildren()) {
            size += child == null ? 0 : size(child);
        }
        return size;
    }

    private Meter() {}
}
