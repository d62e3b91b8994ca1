package az.dost.vahid.normalise;

import com.fasterxml.jackson.databind.JsonNode;
import com.schibsted.spt.data.jslt.impl.AbstractOperator;
import com.schibsted.spt.data.jslt.impl.DotExpression;
import com.schibsted.spt.data.jslt.impl.ExpressionNode;
import com.schibsted.spt.data.jslt.impl.PreparationContext;
import com.schibsted.spt.data.jslt.impl.Scope;
import java.util.List;

/** An expression of a compiled mapping, with what it costs taken from the run's {@link Steps}. */
abstract class MeteredNode implements ExpressionNode {
    final ExpressionNode node;

    MeteredNode(ExpressionNode node) {
        this.node = node;
    }

    /** What is done for each of a list. */
    static MeteredNode each(ExpressionNode node, int cost) {
        return new MeteredNode(node) {
            @Override
            public JsonNode apply(Scope scope, JsonNode input) {
                Steps.here().take(cost);
                return node.apply(scope, input);
            }
        };
    }

    /** What is done whenever a function is called. */
    static MeteredNode called(ExpressionNode node, int cost) {
        return new MeteredNode(node) {
            @Override
            public JsonNode apply(Scope scope, JsonNode input) {
                Steps steps = Steps.here();
                steps.enter(cost);
                try {
                    return node.apply(scope, input);
                } finally {
                    steps.leave();
                }
            }
        };
    }

    /** What makes a value that may be long. */
    static MeteredNode made(ExpressionNode node) {
        return new MeteredNode(node) {
            @Override
            public JsonNode apply(Scope scope, JsonNode input) {
                JsonNode value = node.apply(scope, input);
                Steps.weigh(value);
                return value;
            }
        };
    }

    /** What compares two values, each as a whole. */
    static MeteredNode compared(AbstractOperator operator) {
        return new MeteredNode(operator) {
            @Override
            public JsonNode apply(Scope scope, JsonNode input) {
                JsonNode left = operator.getLeft().apply(scope, input);
                JsonNode right = operator.getRight().apply(scope, input);
                // No more is looked at than one of them has.
                Steps.weighDeeply(left);
                return operator.perform(left, right);
            }
        };
    }

    @Override
    public void dump(int level) {
        node.dump(level);
    }

    @Override
    public void computeMatchContexts(DotExpression parent) {
        node.computeMatchContexts(parent);
    }

    @Override
    public void prepare(PreparationContext context) {
        node.prepare(context);
    }

    @Override
    public ExpressionNode optimize() {
        return this;
    }

    @Override
    public List<ExpressionNode> getChildren() {
        return List.of(node);
    }
}
