package app.heirloom.cli.duplicate;

import app.heirloom.cli.terminal.Subcommands;
import picocli.CommandLine.Command;

/** Photos that an iPhone stored twice, whole and cut. */
@Command(name = "letterbox", description = "iPhone photos that were stored twice: whole, and cut to 16:9.")
@Subcommands({LetterboxAnalyzeCommand.class, ExecuteCommand.class, VerifyCommand.class})
final class LetterboxCommand {}
