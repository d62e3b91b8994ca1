package az.dost.vahid.mock.population;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;

/**
 * The canonical facts, as records: what a register knows once its wire words are taken away.
 *
 * <p>The names and types are those of {@code contracts/dossier.schema.json}; written with Jackson each record is
 * exactly the fact that the agency's mapping must produce, so the population is also the oracle of the tests. Dates are
 * local dates of Azerbaijan, money is a decimal string in AZN with two decimals ({@code "1234.50"}), a {@code null}
 * field is left out of the JSON.
 */
public final class Facts {
    /** Agency identity-register; civil-status and mobilisation confirm the three names only. */
    public record Identity(
            String fin,
            String documentNumber,
            String givenName,
            String surname,
            String patronymic,
            LocalDate birthDate,
            String sex,
            String citizenship,
            String birthPlace,
            LocalDate documentIssued,
            LocalDate documentExpires,
            String photo) {}
    /** {@code identity-register} and {@code local-executive}. */
    public record Address(
            String region,
            String city,
            String street,
            String building,
            String apartment,
            String postalCode,
            LocalDate registeredSince) {}
    /** An element of {@code vehicles}; category is {@code A..D}, make the maker's name in full. */
    public record Vehicle(String plate, String make, String model, int year, String category, LocalDate registeredOn) {}
    /** Status is SINGLE, MARRIED, DIVORCED or WIDOWED; the register names no former spouse. */
    public record CivilStatus(
            String status, LocalDate since, String actNumber, String spouseFin, String formerSpouseFin) {}
    /** Lists are empty where nobody is known, and then left out of the JSON. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Family(Spouse spouse, List<Child> children, List<Parent> parents, String birthActNumber) {
        public record Spouse(String fin, LocalDate since) {}
        /** The last two are null while the child lives. */
        public record Child(
                String fin, LocalDate birthDate, String birthActNumber, LocalDate diedOn, String deathActNumber) {}
        /** Role is MOTHER or FATHER. */
        public record Parent(String fin, String role) {}
    }
    /** {@code civil-status}; {@code pensions} confirms the date only. */
    public record Death(LocalDate date, String actNumber) {}
    /** Kind is FULL or PARTIAL; furtherRulings is null where there is one ruling. */
    public record Guardianship(
            String guardianFin, LocalDate since, String courtCase, String kind, List<Ruling> furtherRulings) {
        public record Ruling(String guardianFin, LocalDate since, String courtCase, String kind) {}
    }
    /** An element of {@code inheritance}; share is a reduced fraction such as {@code 1/3}. */
    public record Inheritance(String caseNumber, LocalDate openedOn, String deceasedFin, String share) {}
    /**
     * An element of {@code benefits}; kind is OLD_AGE_PENSION, DISABILITY_PENSION, SURVIVOR_PENSION,
     * PRESIDENTIAL_PENSION, VETERAN_PENSION, CHILD_ALLOWANCE or TARGETED_ASSISTANCE.
     */
    public record Benefit(String kind, String amount, LocalDate from, LocalDate until) {}

    public record InsuredRecord(
            String insuranceNumber, int totalMonths, String lastEmployerVoen, String pensionCapital) {}
    /**
     * Relation of the subject to the martyr: WIDOW, CHILD or PARENT. {@code mobilisation} confirms martyrFin and
     * relation.
     */
    public record MartyrStatus(String martyrFin, String relation, String certificateNumber, LocalDate recognisedOn) {}
    /** Percentage band 31-60, 61-80 or 81-100; cause is GENERAL, CHILDHOOD, WAR or WORK. */
    public record Disability(int percentFrom, int percentTo, LocalDate since, LocalDate reviewOn, String cause) {}
    /** Devices are PROSTHESIS, WHEELCHAIR, HEARING_AID. */
    public record Rehabilitation(String planNumber, List<String> devices, LocalDate from, LocalDate until) {}
    /** An element of {@code employment}, newest first; endedOn null while it lasts. */
    public record Employment(
            String employerVoen,
            String employerName,
            String position,
            LocalDate startedOn,
            LocalDate endedOn,
            String monthlySalary) {}
    /** Status is REGISTERED or SUSPENDED. */
    public record Unemployment(LocalDate registeredOn, String status, String benefitAmount) {}
    /** An element of {@code housingQueue}; queue is FLAT or CAR, status WAITING, ALLOCATED or PAUSED. */
    public record HousingQueue(String queue, int number, LocalDate registeredOn, String status) {}
    /** An element of {@code socialServices}; service is HOME_CARE, DAY_CENTRE or LEGAL_AID. */
    public record SocialService(String service, String provider, LocalDate since, boolean active) {}
    /** Kind is CONSCRIPT, CONTRACT or OFFICER. */
    public record MilitaryService(String kind, LocalDate from, LocalDate until, String rank, String unit) {}

    public record CombatService(List<Operation> operations, boolean wounded) {
        public record Operation(String name, LocalDate from, LocalDate until) {}
    }
    /** Status is REGISTERED, SERVED, DEFERRED or EXEMPT. */
    public record Conscription(String status, String category, String commissariat, LocalDate registeredOn) {}
    /** Kind is WAR_VETERAN, MILITARY_VETERAN or PATRIOTIC_WAR_HERO. */
    public record VeteranStatus(String kind, String cardNumber, LocalDate grantedOn) {}
    /**
     * An element of {@code medicalReferral}; kind is PROSTHESIS, WHEELCHAIR, SANATORIUM or TREATMENT; status ACTIVE,
     * COMPLETED or REVOKED; no second diagnosis.
     */
    public record MedicalReferral(
            String number,
            String kind,
            String status,
            String icd10,
            List<String> otherIcd10,
            LocalDate issuedOn,
            String facility) {}
    /** Package is BASIC or EXTENDED. */
    public record HealthInsurance(
            String policyNumber, String coverage, LocalDate from, LocalDate until, String facility) {}
    /**
     * An element of {@code education}; level is SECONDARY, VOCATIONAL, BACHELOR, MASTER or DOCTORATE; status STUDYING
     * or COMPLETED.
     */
    public record Education(
            String institution,
            String level,
            String programme,
            String academicYear,
            String status,
            boolean tuitionWaiver) {}
    /** An element of {@code income}, newest year first. */
    public record Income(int year, String gross, String tax) {}
    /** Status is ACTIVE, SUSPENDED or CLOSED. */
    public record Taxpayer(String voen, String status, LocalDate registeredOn, String activity) {}
    /**
     * An element of {@code property}; right is OWNERSHIP, LEASE or MORTGAGE; kind is FLAT, HOUSE, LAND or COMMERCIAL;
     * share a reduced fraction ({@code 1/1} for sole owners).
     */
    public record Property(
            String registryNumber,
            String right,
            String kind,
            String share,
            String areaSqm,
            String address,
            LocalDate registeredOn) {}

    public record DisplacedStatus(
            String cardNumber, String displacedFrom, String settlement, LocalDate registeredOn, int familySize) {}
    /** Kind is TEMPORARY or PERMANENT; citizenship an ISO 3166 alpha-3 code. */
    public record ResidencePermit(
            String permitNumber, String kind, String citizenship, LocalDate from, LocalDate until) {}
    /** An element of {@code landShare}; area in hectares with two decimals. */
    public record LandShare(String plotNumber, String areaHa, String village) {}

    public record Livestock(int cattle, int sheep, int poultry, LocalDate countedOn) {}
    /** An element of {@code subsidies}. */
    public record Subsidy(String season, String crop, String amount, LocalDate paidOn) {}
    /** An element of {@code insurancePayout}; event is DEATH, INJURY or DISABILITY. */
    public record InsurancePayout(String policyNumber, String event, String amount, LocalDate paidOn) {}

    public record Household(String householdId, int size, List<Member> members) {
        /** Relation to the head: HEAD, SPOUSE, CHILD, PARENT. */
        public record Member(String fin, String relation) {}
    }
    /** Kind is OWNED, RENTED, DORMITORY or TEMPORARY; condition GOOD, WORN or UNFIT. */
    public record Housing(String kind, int rooms, String areaSqm, String condition) {}
    /** The part of a fact by which another register confirms {@code identity}. */
    public record Names(String givenName, String surname, String patronymic) {}
    /** The part of a fact by which {@code pensions} confirms {@code death}. */
    public record DeathDate(LocalDate date) {}
    /** The part of a fact by which {@code mobilisation} confirms {@code martyrStatus}. */
    public record MartyrRelation(String martyrFin, String relation) {}

    private Facts() {}
}
