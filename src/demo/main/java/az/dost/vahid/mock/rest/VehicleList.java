package az.dost.vahid.mock.rest;

import az.dost.vahid.mock.kit.RegisterView.Entry;
import az.dost.vahid.mock.population.Facts;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** The traffic police's answer: a list with its count; dates and local times with slashes. */
record VehicleList(
        @JsonProperty("fin") String fin,
        @JsonProperty("cavabVaxti") String answeredAt,
        @JsonProperty("say") int count,
        @JsonProperty("neqliyyatVasiteleri") List<Vehicle> vehicles) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm:ss.SSS").withZone(ZoneId.of("Asia/Baku"));

    record Vehicle(
            @JsonProperty("qeydiyyatNisani") String plate,
            @JsonProperty("markaKodu") String makeCode,
            @JsonProperty("model") String model,
            @JsonProperty("buraxilisIli") String year,
            @JsonProperty("kateqoriya") String category,
            @JsonProperty("qeydiyyatTarixi") String registeredOn) {
        static Vehicle of(Facts.Vehicle vehicle) {
            return new Vehicle(
                    vehicle.plate(),
                    MakeCodes.of(vehicle.make()),
                    vehicle.model(),
                    String.valueOf(vehicle.year()),
                    // The register numbers the licence categories A to D.
                    String.valueOf("ABCD".indexOf(vehicle.category()) + 1),
                    DAY.format(vehicle.registeredOn()));
        }
    }

    static VehicleList of(Entry entry, Instant now) {
        List<Facts.Vehicle> vehicles = entry.known() ? entry.fact("vehicles") : List.of();
        return new VehicleList(
                entry.fin(),
                TIME.format(now),
                vehicles.size(),
                vehicles.stream().map(Vehicle::of).toList());
    }
}
