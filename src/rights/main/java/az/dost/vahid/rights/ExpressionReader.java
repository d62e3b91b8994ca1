package az.dost.vahid.rights;

import az.dost.vahid.definition.Nearest;
import az.dost.vahid.rights.Type.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.feel.api.ParseResult;
import org.camunda.feel.syntaxtree.Addition;
import org.camunda.feel.syntaxtree.ArithmeticNegation;
import org.camunda.feel.syntaxtree.Conjunction;
import org.camunda.feel.syntaxtree.ConstBool;
import org.camunda.feel.syntaxtree.ConstDate;
import org.camunda.feel.syntaxtree.ConstDayTimeDuration;
import org.camunda.feel.syntaxtree.ConstNull$;
import org.camunda.feel.syntaxtree.ConstNumber;
import org.camunda.feel.syntaxtree.ConstString;
import org.camunda.feel.syntaxtree.ConstYearMonthDuration;
import org.camunda.feel.syntaxtree.Disjunction;
import org.camunda.feel.syntaxtree.Division;
import org.camunda.feel.syntaxtree.Equal;
import org.camunda.feel.syntaxtree.EveryItem;
import org.camunda.feel.syntaxtree.Exp;
import org.camunda.feel.syntaxtree.Filter;
import org.camunda.feel.syntaxtree.For;
import org.camunda.feel.syntaxtree.FunctionDefinition;
import org.camunda.feel.syntaxtree.FunctionInvocation;
import org.camunda.feel.syntaxtree.GreaterOrEqual;
import org.camunda.feel.syntaxtree.GreaterThan;
import org.camunda.feel.syntaxtree.If;
import org.camunda.feel.syntaxtree.LessOrEqual;
import org.camunda.feel.syntaxtree.LessThan;
import org.camunda.feel.syntaxtree.Multiplication;
import org.camunda.feel.syntaxtree.Not;
import org.camunda.feel.syntaxtree.PathExpression;
import org.camunda.feel.syntaxtree.PositionalFunctionParameters;
import org.camunda.feel.syntaxtree.Ref;
import org.camunda.feel.syntaxtree.SomeItem;
import org.camunda.feel.syntaxtree.Subtraction;
import scala.Tuple2;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Reads an expression, and holds it to the part of FEEL in which what is not known stays not known. FEEL itself takes
 * an equality with null for false, and null as a condition of {@code if} as well: both become null here, so that
 * nothing is decided by a silence. What passes over records or calls anything is refused.
 */
final class ExpressionReader {
    /** Characters. */
    static final int LONGEST = 1_000;
    /** Its parser tries a bracket again for each one around it. */
    static final int MOST_BRACKETS = 6;

    static final int MOST_DEPTH = 40;
    /** Lists gone through within each other. */
    static final int MOST_LISTS = 2;

    private static final List<String> FUNCTIONS = List.of("not", "count", "date", "duration");
    private static final Exp NULL = ConstNull$.MODULE$;

    private final Map<String, Type> names;
    private final List<Fault> faults = new ArrayList<>();
    private final Set<String> reads = new TreeSet<>();
    private final Set<Object> constants = new LinkedHashSet<>();

    /** @param path of a fact, null for anything else */
    private record Typed(Exp exp, Type type, String path) {}

    /** @param names what it may speak of */
    ExpressionReader(Map<String, Type> names) {
        this.names = names;
    }

    /** Empty when nothing was wrong. */
    List<Fault> faults() {
        return faults;
    }

    /** Null when something is wrong, see {@link #faults}. */
    Expression read(String text, Kind wanted) {
        if (text.length() > LONGEST) {
            fault("has " + text.length() + " characters, and may have " + LONGEST + ": make two conditions of it");
            return null;
        }
        if (brackets(text) > MOST_BRACKETS) {
            fault("has brackets within more than " + MOST_BRACKETS + " others: make two conditions of it");
            return null;
        }
        ParseResult parsed = Expression.ENGINE.parseExpression(text);
        if (!parsed.isSuccess()) {
            fault("is not FEEL (OMG DMN 1.5): " + wrong(parsed.failure().message()));
            return null;
        }
        Typed typed = walk(parsed.parsedExpression().expression(), new HashMap<>(), 0);
        if (faults.isEmpty() && !typed.type.is(wanted)) {
            fault("is " + typed.type.kind() + ", and must be " + wanted);
        }
        return faults.isEmpty() ? new Expression(typed.exp, text, reads, constants) : null;
    }

    private static int brackets(String text) {
        int deep = 0;
        int deepest = 0;
        for (char c : text.toCharArray()) {
            deep += c == '(' || c == '[' || c == '{' ? 1 : c == ')' || c == ']' || c == '}' ? -1 : 0;
            deepest = Math.max(deepest, deep);
        }
        return deepest;
    }

    /** The engine repeats the expression. */
    private static String wrong(String message) {
        return message.replaceFirst("(?s)^failed to parse expression '.*': ", "");
    }

    private void fault(String message) {
        faults.add(new Fault(message, null));
    }

    private Typed mistake(String message) {
        fault(message);
        return new Typed(NULL, Type.ANY, null);
    }

    private static <T> scala.collection.immutable.List<T> list(T one) {
        return CollectionConverters.asScala(List.of(one)).toList();
    }

    private static Typed of(Exp exp, Type type) {
        return new Typed(exp, type, null);
    }

    private Typed constant(Exp exp, Type type, Object value) {
        constants.add(value);
        return of(exp, type);
    }

    private Typed walk(Exp exp, Map<String, Typed> variables, int depth) {
        if (depth > MOST_DEPTH) {
            return mistake("has parts within more than " + MOST_DEPTH + " others: make two conditions of it");
        }
        int deeper = depth + 1;
        if (exp instanceof ConstBool) {
            return of(exp, Type.BOOLEAN);
        } else if (exp instanceof ConstNumber number) {
            return constant(exp, Type.NUMBER, number.value().bigDecimal());
        } else if (exp instanceof ConstString text) {
            return constant(exp, Type.TEXT, text.value());
        } else if (exp instanceof ConstDate day) {
            return constant(exp, Type.DAY, day.value());
        } else if (exp instanceof ConstYearMonthDuration duration) {
            return constant(exp, Type.DURATION, duration.value());
        } else if (exp instanceof ConstDayTimeDuration duration) {
            return constant(exp, Type.DURATION, duration.value());
        } else if (exp instanceof Ref ref) {
            return place(CollectionConverters.asJava(ref.names()), variables, deeper);
        } else if (exp instanceof PathExpression path) {
            return field(walk(path.path(), variables, deeper), path.key());
        } else if (exp instanceof Conjunction and) {
            return of(
                    new Conjunction(truth(and.x(), variables, deeper), truth(and.y(), variables, deeper)),
                    Type.BOOLEAN);
        } else if (exp instanceof Disjunction or) {
            return of(
                    new Disjunction(truth(or.x(), variables, deeper), truth(or.y(), variables, deeper)), Type.BOOLEAN);
        } else if (exp instanceof Not not) {
            return of(new Not(truth(not.x(), variables, deeper)), Type.BOOLEAN);
        } else if (exp instanceof Equal equal) {
            return equal(walk(equal.x(), variables, deeper), walk(equal.y(), variables, deeper));
        } else if (exp instanceof LessThan less) {
            return ordered(less.x(), less.y(), LessThan::new, variables, deeper);
        } else if (exp instanceof LessOrEqual less) {
            return ordered(less.x(), less.y(), LessOrEqual::new, variables, deeper);
        } else if (exp instanceof GreaterThan greater) {
            return ordered(greater.x(), greater.y(), GreaterThan::new, variables, deeper);
        } else if (exp instanceof GreaterOrEqual greater) {
            return ordered(greater.x(), greater.y(), GreaterOrEqual::new, variables, deeper);
        } else if (exp instanceof SomeItem some) {
            return each(
                    CollectionConverters.asJava(some.iterators()), some.condition(), SomeItem::new, variables, deeper);
        } else if (exp instanceof EveryItem every) {
            return each(
                    CollectionConverters.asJava(every.iterators()),
                    every.condition(),
                    EveryItem::new,
                    variables,
                    deeper);
        } else if (exp instanceof If choice) {
            return choice(choice, variables, deeper);
        } else if (exp instanceof FunctionInvocation call) {
            return call(call, variables, deeper);
        }
        return arithmetic(exp, variables, deeper);
    }

    private Typed arithmetic(Exp exp, Map<String, Typed> variables, int deeper) {
        if (exp instanceof Addition sum) {
            return sum(walk(sum.x(), variables, deeper), walk(sum.y(), variables, deeper), Addition::new);
        } else if (exp instanceof Subtraction difference) {
            return sum(
                    walk(difference.x(), variables, deeper), walk(difference.y(), variables, deeper), Subtraction::new);
        } else if (exp instanceof Multiplication product) {
            return of(
                    new Multiplication(number(product.x(), variables, deeper), number(product.y(), variables, deeper)),
                    Type.NUMBER);
        } else if (exp instanceof Division quotient) {
            if (!(quotient.y() instanceof ConstNumber divisor)
                    || divisor.value().bigDecimal().signum() == 0) {
                return mistake("divides by what may be 0: divide by a number that stands here and is not 0");
            }
            return of(new Division(number(quotient.x(), variables, deeper), divisor), Type.NUMBER);
        } else if (exp instanceof ArithmeticNegation negation) {
            return of(new ArithmeticNegation(number(negation.x(), variables, deeper)), Type.NUMBER);
        } else if (exp instanceof For) {
            return mistake("has a loop (for ... return): say it of the records with some or every ... satisfies");
        } else if (exp instanceof Filter) {
            return mistake("has a filter [...], which would pass over a record that does not say enough:"
                    + " say it with some or every ... satisfies");
        } else if (exp instanceof FunctionDefinition) {
            return mistake("defines a function: a condition calls nothing but " + String.join(", ", FUNCTIONS));
        } else if (exp == NULL) {
            return mistake("compares with null: what is not known stays not known by itself, so leave it out");
        }
        return mistake("has what no condition may use (" + exp.getClass().getSimpleName()
                + "); what it may use stands in src/docs/rights.md");
    }

    private Exp truth(Exp exp, Map<String, Typed> variables, int depth) {
        return typed(exp, Kind.BOOLEAN, variables, depth);
    }

    private Exp number(Exp exp, Map<String, Typed> variables, int depth) {
        return typed(exp, Kind.NUMBER, variables, depth);
    }

    private Exp typed(Exp exp, Kind wanted, Map<String, Typed> variables, int depth) {
        Typed typed = walk(exp, variables, depth);
        if (!typed.type.is(wanted)) {
            fault((typed.path == null ? "" : typed.path + " ") + "is " + typed.type.kind() + " where " + wanted
                    + " must stand");
        }
        return typed.exp;
    }

    private Typed place(List<String> path, Map<String, Typed> variables, int depth) {
        if (depth > MOST_DEPTH) {
            return mistake("has parts within more than " + MOST_DEPTH + " others: make two conditions of it");
        }
        String name = path.get(0);
        Typed at = variables.get(name);
        if (at == null) {
            Type type = names.get(name);
            if (type == null) {
                faults.add(new Fault("no fact is called " + name, Nearest.of(name, List.copyOf(names.keySet()))));
                return new Typed(NULL, Type.ANY, null);
            }
            at = new Typed(new Ref(list(name)), type, name);
            read(at);
        }
        for (String field : path.subList(1, path.size())) {
            at = field(at, field);
        }
        return at;
    }

    private Typed field(Typed of, String field) {
        Type type = of.type;
        if (type.is(Kind.ANY)) {
            return of;
        }
        if (type.is(Kind.DAY) && field.equals("year")) {
            return new Typed(new PathExpression(of.exp, field), Type.NUMBER, null);
        }
        if (type.is(Kind.LIST)) {
            return mistake(of.path + " is a list: say \"some x in " + of.path + " satisfies x." + field + " ...\"");
        }
        Type found = type.fields().get(field);
        if (found == null) {
            faults.add(new Fault(
                    (of.path == null ? "what stands before ." + field : of.path) + " has no field " + field,
                    Nearest.of(field, List.copyOf(type.fields().keySet()))));
            return new Typed(NULL, Type.ANY, null);
        }
        Typed at = new Typed(new PathExpression(of.exp, field), found, of.path + "." + field);
        read(at);
        return at;
    }

    private void read(Typed at) {
        if (!at.type.is(Kind.RECORD) && !at.path.equals(RightVersion.TODAY)) {
            reads.add(at.path.replaceFirst("[.]" + Vocabulary.RECORDED + "$", ""));
        }
    }

    private Typed equal(Typed x, Typed y) {
        if (!x.type.comparable(y.type) || x.type.kind() == Kind.RECORD || x.type.kind() == Kind.LIST) {
            return mistake("compares " + x.type.kind() + " with " + y.type.kind() + ", which are never equal");
        }
        code(x, y);
        code(y, x);
        return of(
                new If(new Disjunction(new Equal(x.exp, NULL), new Equal(y.exp, NULL)), NULL, new Equal(x.exp, y.exp)),
                Type.BOOLEAN);
    }

    private void code(Typed field, Typed constant) {
        String value = constant.exp instanceof ConstString text
                ? text.value()
                : constant.exp instanceof ConstNumber number
                        ? number.value().bigDecimal().toPlainString()
                        : null;
        if (value != null
                && !field.type.codes().isEmpty()
                && !field.type.codes().contains(value)) {
            faults.add(new Fault(
                    "can never hold: " + field.path + " is never " + value + ", but one of "
                            + String.join(", ", field.type.codes()),
                    Nearest.of(value, field.type.codes())));
        }
    }

    /** Makes one part of an expression of two. */
    private interface Both {
        Exp of(Exp x, Exp y);
    }

    private Typed ordered(Exp left, Exp right, Both made, Map<String, Typed> variables, int depth) {
        Typed x = walk(left, variables, depth);
        Typed y = walk(right, variables, depth);
        boolean alike = x.type.is(Kind.DAY) && y.type.is(Kind.DAY) || x.type.is(Kind.NUMBER) && y.type.is(Kind.NUMBER);
        return alike
                ? of(made.of(x.exp, y.exp), Type.BOOLEAN)
                : mistake("compares " + x.type.kind() + " with " + y.type.kind() + ": of two days or two numbers one is"
                        + " less");
    }

    private Typed sum(Typed x, Typed y, Both made) {
        boolean numbers = x.type.is(Kind.NUMBER) && y.type.is(Kind.NUMBER);
        if (!numbers && !(x.type.is(Kind.DAY) && y.type.is(Kind.DURATION))) {
            return mistake("adds or takes away " + y.type.kind() + " and " + x.type.kind()
                    + ": that can be done to two numbers, and with a duration to the day before it");
        }
        return of(made.of(x.exp, y.exp), numbers ? Type.NUMBER : Type.DAY);
    }

    /** Makes a quantifier. */
    private interface Quantifier {
        Exp of(scala.collection.immutable.List<Tuple2<String, Exp>> iterators, Exp condition);
    }

    private Typed each(
            List<Tuple2<String, Exp>> iterators,
            Exp condition,
            Quantifier made,
            Map<String, Typed> variables,
            int depth) {
        if (iterators.size() != 1 || variables.size() >= MOST_LISTS) {
            return mistake(
                    "goes through more than " + MOST_LISTS + " lists, or two at once: make two conditions of it");
        }
        String name = iterators.get(0)._1();
        Typed list = walk(iterators.get(0)._2(), variables, depth);
        if (!list.type.is(Kind.LIST)) {
            return mistake((list.path == null ? "what stands after in" : list.path)
                    + " is no list of records: of one record say " + list.path + "." + Vocabulary.RECORDED
                    + " and its fields");
        }
        if (names.containsKey(name)) {
            return mistake("calls a record " + name + ", as a fact is called: take another name");
        }
        Map<String, Typed> within = new HashMap<>(variables);
        Type element = list.type.is(Kind.ANY) ? Type.ANY : list.type.element();
        within.put(name, new Typed(new Ref(list(name)), element, list.path));
        Exp satisfied = truth(condition, within, depth);
        return of(made.of(list(new Tuple2<>(name, list.exp)), satisfied), Type.BOOLEAN);
    }

    private Typed choice(If choice, Map<String, Typed> variables, int depth) {
        Exp condition = truth(choice.condition(), variables, depth);
        Typed one = walk(choice.statement(), variables, depth);
        Typed other = walk(choice.elseStatement(), variables, depth);
        if (!one.type.comparable(other.type)) {
            return mistake("is " + one.type.kind() + " after then and " + other.type.kind() + " after else");
        }
        return of(new If(condition, one.exp, new If(new Not(condition), other.exp, NULL)), one.type);
    }

    private Typed call(FunctionInvocation call, Map<String, Typed> variables, int depth) {
        List<Exp> parameters = call.params() instanceof PositionalFunctionParameters positional
                ? CollectionConverters.asJava(positional.params())
                : List.of();
        if (parameters.size() == 1 && call.function().equals("not")) {
            return of(new Not(truth(parameters.get(0), variables, depth)), Type.BOOLEAN);
        } else if (parameters.size() == 1 && call.function().equals("count")) {
            return of(
                    new FunctionInvocation(
                            "count",
                            new PositionalFunctionParameters(
                                    list(typed(parameters.get(0), Kind.LIST, variables, depth)))),
                    Type.NUMBER);
        }
        faults.add(new Fault(
                "calls " + call.function()
                        + ": a condition calls nothing but not(x), count(list), and date and duration"
                        + " of a text in quotes",
                Nearest.of(call.function(), FUNCTIONS)));
        return new Typed(NULL, Type.ANY, null);
    }
}
