package az.dost.vahid.mock.rest;

import az.dost.vahid.mock.kit.RegisterView;
import az.dost.vahid.mock.population.Facts;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** What the farm register writes on one person: land in sot (0.01 ha), money in qəpik, days without separators. */
final class FarmRecord {
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");
    private final ObjectNode record = JsonNodeFactory.instance.objectNode();

    private FarmRecord() {}

    static ObjectNode of(RegisterView.Entry person, OffsetDateTime now) {
        FarmRecord farm = new FarmRecord();
        farm.record
                .put("fin", person.fin())
                .put("tertib_vaxti", LOCAL.format(now))
                .put("veziyyet", person.known() ? "HAZIR" : "QEYD_YOXDUR");
        farm.land(person.fact("landShare"));
        farm.animals(person.fact("livestock"));
        farm.subsidies(person.fact("subsidies"));
        return farm.record;
    }

    private void land(List<Facts.LandShare> shares) {
        if (shares != null) {
            ArrayNode plots = record.putArray("torpaq_paylari");
            shares.forEach(share -> plots.addObject()
                    .put("sahe_nomresi", share.plotNumber())
                    .put("sot", hundredths(share.areaHa()))
                    .put("kend", share.village()));
        }
    }

    /** A kind of which there is none has no row. */
    private void animals(Facts.Livestock livestock) {
        if (livestock != null) {
            ObjectNode count = record.putObject("heyvanlar").put("siyahiyaalma", day(livestock.countedOn()));
            ArrayNode rows = count.putArray("baslar");
            heads(rows, "IB", livestock.cattle());
            heads(rows, "XB", livestock.sheep());
            heads(rows, "QS", livestock.poultry());
        }
    }

    private void subsidies(List<Facts.Subsidy> subsidies) {
        if (subsidies != null) {
            ArrayNode rows = record.putArray("subsidiyalar");
            subsidies.forEach(subsidy -> rows.addObject()
                    .put("movsum", subsidy.season())
                    .put("bitki", subsidy.crop())
                    .put("mebleg_qepik", hundredths(subsidy.amount()))
                    .put("odenildi", day(subsidy.paidOn())));
        }
    }

    private static void heads(ArrayNode rows, String kind, int count) {
        if (count > 0) {
            rows.addObject().put("nov", kind).put("say", count);
        }
    }

    private static long hundredths(String decimal) {
        return new BigDecimal(decimal).movePointRight(2).longValueExact();
    }

    private static String day(LocalDate date) {
        return date == null ? null : date.format(DateTimeFormatter.BASIC_ISO_DATE);
    }
}
