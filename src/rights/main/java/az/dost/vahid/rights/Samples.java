package az.dost.vahid.rights;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.TemporalAmount;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * Made-up facts, near the days and numbers that an expression speaks of: whether a condition can hold at all is tried,
 * not proven. The same ones each time.
 */
final class Samples {
    /** So many persons are made up. */
    static final int TRIED = 5_000;
    /** What stands for a day that never comes. */
    static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 15);
    private static final int LONGEST_LIST = 3;
    private static final int OLDEST_DAYS = 36_525;

    private final Random random = new Random(36);
    private final List<LocalDate> days = new ArrayList<>();
    private final List<BigDecimal> numbers = new ArrayList<>();
    private final List<String> texts = new ArrayList<>(List.of("AAAAAA1", "AAAAAA2"));

    private Samples(Set<Object> constants) {
        near(TODAY);
        numbers.add(BigDecimal.ZERO);
        numbers.add(BigDecimal.valueOf(TODAY.getYear()));
        numbers.add(BigDecimal.valueOf(TODAY.getYear() - 1L));
        for (Object constant : constants) {
            if (constant instanceof LocalDate day) {
                near(day);
            } else if (constant instanceof TemporalAmount duration) {
                near(TODAY.minus(duration));
                near(TODAY.plus(duration));
            } else if (constant instanceof BigDecimal number) {
                numbers.addAll(List.of(number.subtract(BigDecimal.ONE), number, number.add(BigDecimal.ONE)));
            } else if (constant instanceof String text) {
                texts.add(text);
            }
        }
    }

    /**
     * @param names all that it may speak of
     * @param pulse run before each person; what it throws ends the trial
     */
    static boolean canHold(Expression condition, Map<String, Type> names, Runnable pulse) {
        Samples samples = new Samples(condition.constants());
        for (int i = 0; i < TRIED; i++) {
            pulse.run();
            Map<String, Object> person = new HashMap<>();
            person.put(RightVersion.TODAY, TODAY);
            Map<String, Object> about = new HashMap<>();
            for (String place : condition.reads()) {
                String[] parts = place.split("[.]");
                if (parts[0].equals(RightVersion.ABOUT)) {
                    about.computeIfAbsent(
                            parts[1],
                            fact -> samples.of(names.get(parts[0]).fields().get(fact)));
                } else {
                    person.computeIfAbsent(parts[0], name -> samples.of(names.get(name)));
                }
            }
            person.put(RightVersion.ABOUT, about);
            if (Boolean.TRUE.equals(condition.value(person))) {
                return true;
            }
        }
        return false;
    }

    private void near(LocalDate day) {
        days.addAll(List.of(day.minusDays(1), day, day.plusDays(1)));
    }

    private Object of(Type type) {
        return switch (type.kind()) {
            case BOOLEAN -> random.nextBoolean();
            case NUMBER -> type.codes().isEmpty() ? one(numbers) : new BigDecimal(one(type.codes()));
            case CODE -> one(type.codes());
            case DAY -> type.endless() && random.nextBoolean() ? NEVER : day();
            case LIST -> list(type.element());
            case RECORD -> {
                Map<String, Object> fields = new HashMap<>();
                type.fields().forEach((field, of) -> fields.put(field, of(of)));
                yield fields;
            }
            default -> one(texts);
        };
    }

    private List<Object> list(Type element) {
        List<Object> list = new ArrayList<>();
        for (int i = random.nextInt(LONGEST_LIST + 1); i > 0; i--) {
            list.add(of(element));
        }
        return list;
    }

    private LocalDate day() {
        return random.nextInt(3) == 0 ? TODAY.minusDays(random.nextInt(OLDEST_DAYS)) : one(days);
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
