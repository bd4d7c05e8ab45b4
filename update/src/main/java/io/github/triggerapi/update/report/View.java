package io.github.triggerapi.update.report;

import io.github.triggerapi.update.compare.Change;
import io.github.triggerapi.update.compare.Effect;
import io.github.triggerapi.update.proof.Proof;
import io.github.triggerapi.update.report.UpdateReport.Document;
import java.util.List;

/**
 * What a template shows of a report.
 *
 * @param shortened whether there is more than it shows
 * @param gate what the contract gate said; empty where nothing was built
 * @param losses what the binary interfaces lost, in a sentence; empty where nothing was built
 * @param entry what is proposed for the changelog; empty where there is nothing to say
 */
record View(
        String title,
        Summary summary,
        List<Fact> facts,
        List<Version> versions,
        List<Section> sections,
        boolean shortened,
        String gate,
        String losses,
        String entry) {

    /** A number and of what. */
    record Fact(String name, String value) {}

    /** One of both revisions. */
    record Version(String label, String name, String operations, String source, String digest) {}

    static View of(UpdateReport report) {
        Proof proof = report.proof();
        return new View(
                Texts.line(report.after().title() + " " + report.after().version()),
                Summary.of(report),
                facts(report),
                List.of(version("Before", report.before()), version("After", report.after())),
                Sections.of(report),
                false,
                proof == null ? "" : Texts.line(proof.gate()),
                proof == null ? "" : losses(proof),
                ChangelogEntry.of(report).toString());
    }

    private static List<Fact> facts(UpdateReport report) {
        long breaking = Summary.count(report.comparison(), Change::effect, Effect.BREAKING);
        long compatible = Summary.count(report.comparison(), Change::effect, Effect.COMPATIBLE);
        long prose = Summary.count(report.comparison(), Change::effect, Effect.NONE);
        return List.of(
                fact(breaking, "breaking change"),
                fact(compatible, "compatible change"),
                new Fact((prose == 1 ? "change" : "changes") + " of prose", Texts.number(prose)),
                fact(report.after().operations(), "operation"));
    }

    private static Fact fact(long number, String noun) {
        return new Fact(number == 1 ? noun : Texts.plural(noun), Texts.number(number));
    }

    private static Version version(String label, Document document) {
        return new Version(
                label,
                Texts.line(document.title() + " " + document.version()),
                Texts.count(document.operations(), "operation"),
                Texts.line(document.source()),
                document.sha256().substring(0, Math.min(12, document.sha256().length())));
    }

    private static String losses(Proof proof) {
        int losses = proof.incompatibilities().size();
        return losses == 0
                ? "The binary interfaces of client and stubs lost nothing."
                : "The interfaces of client and stubs lost something in " + Texts.count(losses, "place") + ".";
    }

    /** The same with other sections. */
    View with(List<Section> other, boolean isShortened) {
        return new View(title, summary, facts, versions, other, isShortened, gate, losses, entry);
    }
}
