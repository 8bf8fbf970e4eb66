package dev.sluice.engine.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.model.MemoryStatsConfig;
import com.github.dockerjava.api.model.Statistics;
import dev.sluice.engine.Consumption;
import dev.sluice.engine.InstanceId;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

/**
 * Asks Docker what containers take of the computer. Docker answers for one container at a time, after a second or two, and
 * holds a connection meanwhile; a few are asked at once. Safe from any thread.
 */
final class ContainerStats {

    private static final int AT_ONCE = 8;
    private static final long PATIENCE_SECONDS = 10;

    private final DockerClient docker;

    /** @param docker the client for streams */
    ContainerStats(DockerClient docker) {
        this.docker = docker;
    }

    /** Of those that Docker tells of; it never fails. */
    CompletableFuture<Map<InstanceId, Consumption>> of(List<InstanceId> containers) {
        var rows = IntStream.range(0, AT_ONCE)
                .mapToObj(row -> oneByOne(containers, row))
                .toList();
        return CompletableFuture.allOf(rows.toArray(CompletableFuture[]::new)).thenApply(all -> {
            var told = new HashMap<InstanceId, Consumption>();
            rows.forEach(row -> told.putAll(row.join()));
            return Map.copyOf(told);
        });
    }

    /** Every eighth, from {@code first} on. */
    private CompletableFuture<Map<InstanceId, Consumption>> oneByOne(List<InstanceId> containers, int first) {
        CompletableFuture<Map<InstanceId, Consumption>> row = CompletableFuture.completedFuture(new HashMap<>());
        for (int i = first; i < containers.size(); i += AT_ONCE) {
            var id = containers.get(i);
            row = row.thenCompose(told -> ask(id).thenApply(answer -> {
                answer.ifPresent(consumption -> told.put(id, consumption));
                return told;
            }));
        }
        return row;
    }

    private CompletableFuture<Optional<Consumption>> ask(InstanceId id) {
        var answer = new AtomicReference<Optional<Consumption>>(Optional.empty());
        var reading = new Streaming<Statistics>(statistics -> answer.set(consumption(statistics)));
        docker.statsCmd(id.text()).withNoStream(true).exec(reading);
        return reading.end().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).handle((ended, failure) -> {
            reading.close();
            return answer.get();
        });
    }

    /** Empty for one that has ended: Docker then answers with zeros, or with nothing at all. */
    static Optional<Consumption> consumption(Statistics statistics) {
        var processor = Optional.ofNullable(statistics.getCpuStats())
                .flatMap(stats -> Optional.ofNullable(stats.getCpuUsage()))
                .flatMap(usage -> Optional.ofNullable(usage.getTotalUsage()));
        var memory = Optional.ofNullable(statistics.getMemoryStats()).flatMap(ContainerStats::held);
        return moment(statistics.getRead())
                .flatMap(at -> processor.flatMap(
                        nanos -> memory.map(bytes -> new Consumption(at, Duration.ofNanos(nanos), bytes))));
    }

    /** As the docker command counts: without the files that the system could drop at once. Cgroups 1 and 2 name them so. */
    private static Optional<Long> held(MemoryStatsConfig memory) {
        return Optional.ofNullable(memory.getUsage()).map(usage -> {
            var droppable = Optional.ofNullable(memory.getStats())
                    .flatMap(stats -> Optional.ofNullable(stats.getTotalInactiveFile())
                            .or(() -> Optional.ofNullable(stats.getInactiveFile())));
            return Math.max(0, usage - droppable.orElse(0L));
        });
    }

    private static Optional<Instant> moment(String read) {
        try {
            return Optional.ofNullable(read).map(Instant::parse);
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }
}
