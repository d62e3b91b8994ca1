package az.dost.vahid.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Histories that give a count away when one does not look at all of them. Publications are divided by {@code |}; each
 * has its cells, and after a colon its sums; {@code b=21<a} is a new version of a. Below 5 is hidden.
 */
class KnownAttacksTest {
    private static final int LEAST = 5;

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "the total less all others;                       t=63 a=3 b=60 : t=a+b",
                "the complement of a share;                       c=40 free=38 not=2 : c=free+not",
                "a family of one service;                         t=64 f=4 g=60 s=4 u=60 : t=f+g f=s g=u",
                "the quarter less two months;                     m1=20 | m2=30 | m3=2 q=52 : q=m1+m2+m3",
                "the quarter less two months, where it has parts; m1=20 a1=10 b1=10 : m1=a1+b1 | m2=30 a2=3 b2=27 : m2=a2+b2 | m3=40 a3=20 b3=20 q=90 a=33 b=57 : m3=a3+b3 q=a+b q=m1+m2+m3 a=a1+a2+a3 b=b1+b2+b3",
                "a new version with one case more;                t=100 a=50 b=50 : t=a+b | T=101<t A=51<a B=50<b : T=A+B",
                "a new version where nothing else changed;        t=100 a=20 b=50 c=30 : t=a+b+c | T=83<t A=3<a B=50<b C=30<c : T=A+B+C",
                "a hidden count that grows;                       t=103 a=3 b=40 c=60 : t=a+b+c | T=106<t A=6<a B=40<b C=60<c : T=A+B+C",
                "three versions, each a little more;              t=100 a=50 b=50 : t=a+b | T=102<t A=52<a B=50<b : T=A+B | U=104<T D=54<A E=50<B : U=D+E",
                "a month that is corrected after its quarter;     m1=20 | m2=30 | m3=40 q=90 : q=m1+m2+m3 | M2=31<m2 Q=91<q : Q=m1+M2+m3",
                "two ways to count that meet in one;              t=50 a=2 b=48 x=2 y=48 : t=a+b t=x+y",
                "small ones that only their total bounds;         t=52 a=1 b=1 c=50 : t=a+b+c",
                "small ones of which none can be 0;               t=5 a=1 b=1 c=1 d=1 e=1 : t=a+b+c+d+e"
            })
    void nothing_is_given_away(String attack, String history) {
        assertThat(publish(history, Suppression::of).found()).isEmpty();
        assertThat(publish(history, (cells, sums) -> new Hidden(small(cells), Set.of()))
                        .found())
                .as("what the attack finds where small ones only are hidden")
                .isNotEmpty();
    }

    private static Set<String> small(List<CountCell> cells) {
        Set<String> small = new HashSet<>();
        cells.stream()
                .filter(cell -> cell.value() > 0 && cell.value() < cell.least())
                .forEach(cell -> small.add(cell.id()));
        return small;
    }

    private static Press publish(
            String history, java.util.function.BiFunction<List<CountCell>, List<Sum>, Hidden> rule) {
        Press press = new Press(rule);
        for (String publication : history.split("[|]")) {
            String[] parts = publication.split(":");
            List<CountCell> cells = new ArrayList<>();
            for (String cell : parts[0].trim().split(" ")) {
                String[] words = cell.split("[=<]");
                long value = Long.parseLong(words[1]);
                cells.add(
                        words.length == 2
                                ? new CountCell(words[0], value, LEAST)
                                : press.after(words[2], words[0], value));
            }
            List<Sum> sums = parts.length == 1
                    ? List.of()
                    : Arrays.stream(parts[1].trim().split(" "))
                            .map(sum -> new Sum(sum.split("=")[0], List.of(sum.split("=")[1].split("[+]"))))
                            .toList();
            press.publish(cells, sums);
        }
        return press;
    }
}
