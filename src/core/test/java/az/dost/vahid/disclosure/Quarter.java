package az.dost.vahid.disclosure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.ToLongFunction;

/**
 * Three months of made-up cases and their quarter, in the shape of the reports: by service and family, by centre, by
 * channel, each split in document-free and not.
 */
final class Quarter {
    static final int MONTHS = 3;
    private static final List<String> KINDS = List.of("all", "free", "not");
    private final Random random;
    private final int services;
    private final int families;
    private final int centres;
    private final int channels;
    private final int most;
    private final int least;
    private final List<List<Case>> months = new ArrayList<>();

    /** How many cases were alike. */
    record Case(int service, int centre, int channel, boolean free, long n) {}

    Quarter(Random random, int services, int families, int centres, int channels, int most, int least) {
        this.random = random;
        this.services = services;
        this.families = families;
        this.centres = centres;
        this.channels = channels;
        this.most = most;
        this.least = least;
        for (int month = 0; month < MONTHS; month++) {
            List<Case> cases = new ArrayList<>();
            for (int i = random.nextInt(services * centres * 2 + 1); i >= 0; i--) {
                cases.add(some());
            }
            months.add(cases);
        }
    }

    private Case some() {
        int service = (int) (Math.pow(random.nextDouble(), 2) * services);
        return new Case(
                service,
                (int) (Math.pow(random.nextDouble(), 2) * centres),
                random.nextInt(channels),
                random.nextInt(4) > 0,
                1 + random.nextInt(most));
    }

    /** A correction: a few cases more, or some less. */
    void correct(int month) {
        List<Case> cases = months.get(month);
        for (int i = random.nextInt(4); i >= 0; i--) {
            if (cases.size() > 1 && random.nextBoolean()) {
                cases.remove(random.nextInt(cases.size()));
            } else {
                cases.add(some());
            }
        }
    }

    /** The values of a month by the name of the cell, without its period. */
    Map<String, Long> month(int month) {
        List<Case> cases = months.get(month);
        Map<String, Long> values = new LinkedHashMap<>();
        for (String kind : KINDS) {
            List<Case> of = cases.stream()
                    .filter(one -> kind.equals("all") || one.free() == kind.equals("free"))
                    .toList();
            ToLongFunction<java.util.function.Predicate<Case>> count =
                    which -> of.stream().filter(which).mapToLong(Case::n).sum();
            values.put(kind, count.applyAsLong(one -> true));
            for (int i = 0; i < families; i++) {
                int family = i;
                values.put(kind + ".family" + i, count.applyAsLong(one -> one.service() % families == family));
            }
            for (int i = 0; i < services; i++) {
                int service = i;
                values.put(kind + ".service" + i, count.applyAsLong(one -> one.service() == service));
            }
            for (int i = 0; i < centres; i++) {
                int centre = i;
                values.put(kind + ".centre" + i, count.applyAsLong(one -> one.centre() == centre));
            }
            for (int i = 0; i < channels; i++) {
                int channel = i;
                values.put(kind + ".channel" + i, count.applyAsLong(one -> one.channel() == channel));
            }
        }
        return values;
    }

    Map<String, Long> whole() {
        Map<String, Long> values = new LinkedHashMap<>(month(0));
        for (int month = 1; month < MONTHS; month++) {
            month(month).forEach((name, value) -> values.merge(name, value, Long::sum));
        }
        return values;
    }

    List<Sum> sums(String period) {
        List<Sum> sums = new ArrayList<>();
        for (String kind : KINDS) {
            sums.add(sum(period, kind, kind + ".family", families, 0, 1));
            sums.add(sum(period, kind, kind + ".centre", centres, 0, 1));
            sums.add(sum(period, kind, kind + ".channel", channels, 0, 1));
            for (int i = 0; i < families; i++) {
                sums.add(sum(period, kind + ".family" + i, kind + ".service", services, i, families));
            }
        }
        month(0).keySet().stream()
                .filter(name -> name.startsWith("all"))
                .map(name -> name.substring(3))
                .forEach(rest -> sums.add(
                        new Sum(period + "all" + rest, List.of(period + "free" + rest, period + "not" + rest))));
        return sums;
    }

    private static Sum sum(String period, String total, String part, int many, int first, int step) {
        List<String> parts = new ArrayList<>();
        for (int i = first; i < many; i += step) {
            parts.add(period + part + i);
        }
        return new Sum(period + total, parts);
    }

    List<Sum> over(String quarter, List<String> months) {
        return month(0).keySet().stream()
                .map(name -> new Sum(
                        quarter + name,
                        months.stream().map(month -> month + name).toList()))
                .toList();
    }

    List<CountCell> cells(String period, Map<String, Long> values) {
        return values.entrySet().stream()
                .map(value -> new CountCell(period + value.getKey(), value.getValue(), least))
                .toList();
    }

    List<CountCell> cells(Press press, String before, String period, Map<String, Long> values) {
        return values.entrySet().stream()
                .map(value -> press.after(before + value.getKey(), period + value.getKey(), value.getValue()))
                .toList();
    }
}
