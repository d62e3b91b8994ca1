package az.dost.vahid.rights;

import java.util.Map;
import java.util.Set;
import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.syntaxtree.Exp;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.camunda.feel.valuemapper.ValueMapper;

/**
 * An expression in FEEL (OMG DMN 1.5, chapter 10) that was read and checked. It knows three answers: of what is not
 * known it says nothing.
 */
final class Expression {
    /** Functions of others cannot be called: that is off unless somebody turns it on. */
    static final FeelEngineApi ENGINE = FeelEngineBuilder.create().build();

    private static final ValueMapper VALUES = ValueMapper.defaultValueMapper();
    private final ParsedExpression rule;
    private final Set<String> reads;
    private final Set<Object> constants;

    /**
     * @param reads places of facts that it reads, such as {@code family.children.birthDate}
     * @param constants numbers, texts, days and durations that stand in it
     */
    Expression(Exp rule, String text, Set<String> reads, Set<Object> constants) {
        this.rule = new ParsedExpression(rule, text);
        this.reads = Set.copyOf(reads);
        this.constants = Set.copyOf(constants);
    }

    /** As it was written; two of one text come to the same. */
    String text() {
        return rule.text();
    }

    Set<String> reads() {
        return reads;
    }

    Set<Object> constants() {
        return constants;
    }

    /** A value as the engine has it, so that what is asked of many conditions is turned into that once. */
    static Object ready(Object value) {
        return VALUES.toVal(value);
    }

    /**
     * What it comes to: a Boolean or a BigDecimal; null where that is not known.
     *
     * @param names values by name: Boolean, BigDecimal, String, LocalDate, List, Map; null for what is not known; or
     *     {@link #ready}
     */
    Object value(Map<String, Object> names) {
        EvaluationResult result = ENGINE.evaluate(rule, names);
        Object value = result.isSuccess() ? result.result() : null;
        return value instanceof scala.math.BigDecimal number ? number.bigDecimal() : value;
    }
}
