package designspace.experiment;

import designspace.core.KitVersion;
import designspace.core.Require;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The runs of a plan that are finished, and the table that holds them: CSV (UTF-8) under one
 * comment line with the kit's version, the plan's name and what it holds fixed. Numbers are written
 * in full: reading gives the same bits.
 */
public final class Results<S extends Record> {
  private final Plan<S> plan;
  private final String version;
  private final Map<S, Run<S>> runs = new LinkedHashMap<>();

  /** No run yet. */
  Results(Plan<S> plan) {
    this(plan, KitVersion.current(), Map.of());
  }

  /** In the plan's order. */
  Results(Plan<S> plan, String version, Map<S, Run<S>> finished) {
    this.plan = plan;
    this.version = version;
    for (S settings : plan.settings()) {
      if (finished.containsKey(settings)) {
        runs.put(settings, finished.get(settings));
      }
    }
  }

  /**
   * Reads a table, whether it is complete or not.
   *
   * @throws IllegalArgumentException if it is not this plan's or a row is damaged
   */
  public static <S extends Record> Results<S> read(Plan<S> plan, Path file) throws IOException {
    return TableText.parse(plan, file.toString(), Files.readAllBytes(file)).results();
  }

  /** The same from a resource; closes it. */
  public static <S extends Record> Results<S> read(Plan<S> plan, InputStream table)
      throws IOException {
    try (table) {
      return TableText.parse(plan, "the table", table.readAllBytes()).results();
    }
  }

  /** What was to be run. */
  public Plan<S> plan() {
    return plan;
  }

  /** The version of the kit that ran it. */
  public String version() {
    return version;
  }

  /** The finished runs in the plan's order. */
  public List<Run<S>> runs() {
    return List.copyOf(runs.values());
  }

  /** Whether every run of the plan is there. */
  public boolean complete() {
    return runs.size() == plan.settings().size();
  }

  /**
   * The run with these settings.
   *
   * @throws IllegalArgumentException if it is not there
   */
  public Run<S> of(S settings) {
    Run<S> run = runs.get(Objects.requireNonNull(settings));
    if (run == null) {
      throw Require.refusal(
          "settings", settings, "those of a finished run", runs.size() + " runs are finished");
    }
    return run;
  }

  Map<S, Run<S>> bySettings() {
    return Collections.unmodifiableMap(runs);
  }

  /** The table, byte for byte the same however its rows came about. */
  byte[] table() {
    return runs.values().stream()
        .map(Run::line)
        .collect(Collectors.joining("", TableText.heading(plan, version), ""))
        .getBytes(StandardCharsets.UTF_8);
  }
}
