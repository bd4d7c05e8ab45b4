package io.github.triggerapi.update.report;

import io.github.triggerapi.update.VisibleLine;
import io.github.triggerapi.update.compare.Change;
import io.github.triggerapi.update.compare.Effect;
import io.github.triggerapi.update.proof.Proof;
import io.github.triggerapi.update.report.UpdateReport.Document;
import java.util.List;

/**
 * What a template shows of a report.
 *
 * @param date on which the new revision was read
 * @param shortened whether there is more than it shows
 * @param gate what the contract gate said
 * @param losses what the binary interfaces lost, in a sentence; empty where nothing was built
 * @param entry what is proposed for the changelog; empty where there is nothing to say
 */
record View(
        String title,
        String date,
        Summary summary,
        List<Fact> facts,
        List<Version> versions,
        List<Section> sections,
        boolean shortened,
        String gate,
        String losses,
        String entry) {

    /** In characters: no text takes up more of the head of a report. */
    private static final int TEXT = 200;

    /** In characters: enough of a digest to tell two revisions apart. */
    private static final int DIGEST = 12;

    /** A number and of what. */
    record Fact(String name, String value) {}

    /** One of both revisions. */
    record Version(String label, String name, String operations, String source, String digest) {}

    static View of(UpdateReport report) {
        Proof proof = report.proof();
        return new View(
                name(report.after()),
                report.date().toString(),
                Summary.of(report),
                facts(report),
                List.of(version("Before", report.before()), version("After", report.after())),
                Sections.of(report),
                false,
                proof == null ? "not run, as nothing was built" : gate(proof),
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
                name(document),
                Texts.count(document.operations(), "operation"),
                text(document.source()),
                VisibleLine.of(document.sha256()
                        .substring(0, Math.min(DIGEST, document.sha256().length()))));
    }

    private static String name(Document document) {
        return text(document.title() + " " + document.version());
    }

    private static String text(String text) {
        return Texts.ends(VisibleLine.of(text), TEXT);
    }

    private static String gate(Proof proof) {
        return proof.gate().isEmpty() ? "not reached" : text(proof.gate());
    }

    private static String losses(Proof proof) {
        int losses = proof.incompatibilities().size();
        if (losses > 0) {
            return "the interfaces of client and stubs lost something in " + Texts.count(losses, "place");
        }
        // What does not compile cannot be compared.
        return proof.gate().isEmpty() ? "" : "the binary interfaces of client and stubs lost nothing";
    }

    /** The same with other sections. */
    View with(List<Section> other, boolean isShortened) {
        return new View(title, date, summary, facts, versions, other, isShortened, gate, losses, entry);
    }
}
