package az.dost.vahid.proof.member;

import az.dost.vahid.job.Heart;
import az.dost.vahid.job.Job;
import az.dost.vahid.job.Jobs;
import az.dost.vahid.job.Rounds;
import az.dost.vahid.problem.StartException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;

/**
 * This gateway among those of its database. It joins before it takes requests, and only once all others have made room
 * for it; it renews its lease while it lives; it leaves after its last request. A thread of its own renews the lease,
 * as Camel's routes start later and stop sooner.
 */
public final class Members implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Members.class);
    private static final Duration JOINING = Duration.ofMillis(50);
    private final UUID id = UUID.randomUUID();
    private final Instant since = Instant.now();
    private final MemberRows rows;
    private final Self self;
    private final Share share;
    private final UrgentCalls calls;
    private final Clock clock = Clock.systemUTC();
    private final CountDownLatch joined = new CountDownLatch(1);
    private final Seats seats;
    private volatile List<Member> others = List.of();
    private volatile String clockGap;
    private volatile Runnable gone = () -> {};
    private final Jobs jobs;
    private final Heart heart;
    private Rounds rounds;
    /** Of the database's time at which this gateway's row could be seen by all; null before. */
    private Instant seenFrom;

    private volatile boolean settled;
    private long until = System.nanoTime();

    /**
     * What this gateway tells of itself.
     *
     * @param tables newest migration that it knows
     * @param versions digests of what operators write, by name, at the moment
     * @param told what the others may know of it at the moment
     * @param every between two renewals
     * @param lease for which one renewal is good
     */
    record Self(
            String name,
            String version,
            int tables,
            Map<String, String> keys,
            Supplier<Map<String, String>> versions,
            Supplier<GatewayStatus> told,
            Duration every,
            Duration lease) {}

    Members(MemberRows rows, Self self, Share share, UrgentCalls calls, Jobs jobs, Heart heart) {
        this.jobs = jobs;
        this.heart = heart;
        this.rows = rows;
        this.self = self;
        this.share = share;
        this.calls = calls;
        this.seats = new Seats(self.lease().toNanos());
    }

    /** @param gone is run when another gateway does not live any more; must be quick */
    void whenOneIsGone(Runnable gone) {
        this.gone = gone;
    }

    /** Joins; when another gateway does not answer, it is waited for until its lease is over. */
    @Override
    public synchronized void start() {
        renew();
        Job job = jobs.of("member", self.every());
        rounds = Rounds.start(job, JOINING, this::renew, () -> settled || job.failures() > 0 ? self.every() : JOINING);
        try {
            if (!joined.await(self.lease().toMillis() * 3, TimeUnit.MILLISECONDS)) {
                LOG.warn(
                        "Not all gateways have made room for this one yet: it asks agencies for nothing that can wait until they have");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** One renewal, and what follows from what it saw. */
    void renew() {
        long sent = System.nanoTime();
        Instant before = clock.instant();
        MemberRows.Look look = rows.renew(own(), self.lease());
        // A newer version has taken something away meanwhile: what this one writes would be wrong.
        JoinCheck.older(self.tables(), look.oldestAllowed())
                .ifPresent(why -> heart.stopped("member", new StartException(why)));
        clockGap = ClockGap.of(before, look.clock(), clock.instant()).orElse(null);
        boolean lapsed = sent - until >= 0;
        until = sent + self.lease().toNanos();
        List<Member> living = look.others().stream().filter(Member::lives).toList();
        settle(lapsed, look.now(), living);
        int members = seats.of(1 + living.size(), 1 + look.others().size(), sent);
        share.become(
                (int) living.stream()
                        .filter(other -> other.id().compareTo(id) < 0)
                        .count(),
                members,
                settled,
                until);
        calls.others(living.stream().map(Member::calls).toList());
        Set<UUID> ids = living.stream().map(Member::id).collect(Collectors.toSet());
        boolean fewer = !others.stream().allMatch(other -> ids.contains(other.id()));
        others = living;
        if (fewer) {
            gone.run();
        }
        if (settled) {
            joined.countDown();
        }
    }

    /**
     * Whoever renewed its lease after this gateway's row could be seen has seen it. A lease that was over begins anew:
     * the others may have shared the part out.
     */
    private void settle(boolean lapsed, Instant now, List<Member> living) {
        if (lapsed) {
            settled = false;
            seenFrom = null;
        } else if (seenFrom == null) {
            // The renewal before has been committed.
            seenFrom = now;
        }
        if (!settled
                && seenFrom != null
                && living.stream().allMatch(other -> other.renewedAt().isAfter(seenFrom))) {
            settled = true;
        }
    }

    private Member own() {
        return own(calls.take());
    }

    private Member own(Map<String, Double> urgent) {
        return new Member(
                id,
                self.name(),
                self.version(),
                true,
                since,
                null,
                self.keys(),
                self.versions().get(),
                urgent,
                self.told().get());
    }

    /** Of this start of this gateway. */
    public UUID id() {
        return id;
    }

    /** All that live, this one first. */
    public List<Member> living() {
        return Stream.concat(Stream.of(own(Map.of())), others.stream()).toList();
    }

    /** What is wrong with this machine's clock. */
    Optional<String> clockGap() {
        return Optional.ofNullable(clockGap);
    }

    /** Nobody waits for the lease of one that has left. */
    @Override
    public synchronized void stop() {
        if (rounds == null) {
            return;
        }
        try {
            rounds.close(self.every());
            share.become(0, 1, false, System.nanoTime());
            rows.leave(id);
        } catch (DataAccessException e) {
            LOG.warn("This gateway could not say that it leaves: its lease ends by itself");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        rounds = null;
    }

    @Override
    public synchronized boolean isRunning() {
        return rounds != null;
    }

    /** Before whatever takes requests, and after it at the end. */
    @Override
    public int getPhase() {
        return 0;
    }
}
