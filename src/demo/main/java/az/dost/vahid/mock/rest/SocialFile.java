package az.dost.vahid.mock.rest;

import az.dost.vahid.mock.kit.RegisterView.Entry;
import az.dost.vahid.mock.population.Facts;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The social services' answer: field names with diacritics, queue numbers padded with zeros, everything else in codes.
 */
record SocialFile(
        @JsonProperty("fərdiNömrə") String fin,
        @JsonProperty("hazırlanıb") String answeredAt,
        @JsonProperty("xəta") String error,
        @JsonProperty("növbələr") List<QueuePlace> queues,
        @JsonProperty("xidmətlər") List<Service> services) {
    static final String NOT_FOUND = "QEYD_TAPILMADI";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd-MM-yyyy");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("dd-MM-yyyy'T'HH:mm:ss.SSS").withZone(ZoneId.of("Asia/Baku"));
    private static final Map<String, String> QUEUES = Map.of("FLAT", "MNZ", "CAR", "AVT");
    private static final Map<String, Integer> STATES = Map.of("WAITING", 10, "ALLOCATED", 20, "PAUSED", 30);
    private static final Map<String, String> SERVICES =
            Map.of("HOME_CARE", "X01", "DAY_CENTRE", "X02", "LEGAL_AID", "X07");

    record QueuePlace(
            @JsonProperty("növbə") String queue,
            @JsonProperty("sıraNömrəsi") String number,
            @JsonProperty("qeydiyyat") String registeredOn,
            @JsonProperty("vəziyyət") int state) {
        static QueuePlace of(Facts.HousingQueue place) {
            return new QueuePlace(
                    QUEUES.get(place.queue()),
                    String.format(Locale.ROOT, "%07d", place.number()),
                    DAY.format(place.registeredOn()),
                    STATES.get(place.status()));
        }
    }

    record Service(
            @JsonProperty("kod") String code,
            @JsonProperty("göstərən") String provider,
            @JsonProperty("başlanğıc") String since,
            @JsonProperty("davamEdir") String active) {
        static Service of(Facts.SocialService service) {
            LocalDate since = service.since();
            return new Service(
                    SERVICES.get(service.service()),
                    service.provider(),
                    since == null ? null : DAY.format(since),
                    service.active() ? "B" : "X");
        }
    }

    static SocialFile of(Entry entry, Instant now) {
        if (!entry.known()) {
            return new SocialFile(entry.fin(), TIME.format(now), NOT_FOUND, null, null);
        }
        List<Facts.HousingQueue> queues = entry.fact("housingQueue");
        List<Facts.SocialService> services = entry.fact("socialServices");
        return new SocialFile(
                entry.fin(),
                TIME.format(now),
                null,
                queues == null ? List.of() : queues.stream().map(QueuePlace::of).toList(),
                services == null
                        ? List.of()
                        : services.stream().map(Service::of).toList());
    }
}
