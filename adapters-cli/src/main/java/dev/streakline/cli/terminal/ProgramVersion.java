package dev.streakline.cli.terminal;

import picocli.CommandLine.IVersionProvider;

/** The version from the manifest of the jar. */
public final class ProgramVersion implements IVersionProvider {

    @Override
    public String[] getVersion() {
        String version = ProgramVersion.class.getPackage().getImplementationVersion();
        return new String[] {"streakline " + (version == null ? "(not packaged)" : version)};
    }
}
