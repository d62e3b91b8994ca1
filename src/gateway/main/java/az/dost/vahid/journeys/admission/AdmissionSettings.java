package az.dost.vahid.journeys.admission;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings {@code vahid.admission.*}.
 *
 * @param openApplications applications that wait at once; with 0 nobody can apply
 * @param perAddress of them from one address
 * @param kept how long one that nobody released is kept, with all contacts in it
 * @param sandbox whether all people that can be asked about are made up, and whoever applies may ask about them at once
 */
@ConfigurationProperties("vahid.admission")
record AdmissionSettings(int openApplications, int perAddress, Duration kept, boolean sandbox) {}
