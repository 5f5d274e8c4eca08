package dev.streakline.cli.format.packed;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.function.LongConsumer;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.io.input.ChecksumInputStream;

/** The files in a zip or tar file on a disk, in their order; folders and links are left out. */
public sealed interface ArchiveFile {

    /**
     * Visits all members.
     *
     * @param reached receives how many bytes of the packed file have been read
     * @throws IOException when the archive is damaged or cut off, after the members before the damage, or when a
     *     visitor throws it
     */
    void forEach(Visitor visitor, LongConsumer reached) throws IOException;

    /** Takes one member. */
    @FunctionalInterface
    interface Visitor {
        /**
         * Takes it.
         *
         * @param content to be read before this returns, or not at all
         */
        void visit(String name, InputStream content) throws IOException;
    }

    /**
     * A zip file. Its directory at the end locates every member. Without one, as after a broken download, the members
     * are read one after the other, up to the break.
     */
    record Zip(Path file) implements ArchiveFile {
        @Override
        public void forEach(Visitor visitor, LongConsumer reached) throws IOException {
            ZipFile zip;
            try {
                zip = ZipFile.builder().setPath(file).get();
            } catch (IOException noDirectory) {
                inSequence(visitor, reached);
                throw new IOException("the directory at its end is missing", noDirectory);
            }
            try (zip) {
                Enumeration<ZipArchiveEntry> members = zip.getEntriesInPhysicalOrder();
                while (members.hasMoreElements()) {
                    ZipArchiveEntry member = members.nextElement();
                    if (!member.isDirectory() && !member.isUnixSymlink() && zip.canReadEntryData(member)) {
                        visit(zip, member, visitor);
                    }
                    reached.accept(member.getDataOffset() + Math.max(0, member.getCompressedSize()));
                }
            }
        }

        private static void visit(ZipFile zip, ZipArchiveEntry member, Visitor visitor) throws IOException {
            try (InputStream content = ChecksumInputStream.builder()
                    .setInputStream(zip.getInputStream(member))
                    .setChecksum(new CRC32())
                    .setExpectedChecksumValue(member.getCrc())
                    .setCountThreshold(member.getSize())
                    .get()) {
                visitor.visit(member.getName(), content);
            }
        }

        private void inSequence(Visitor visitor, LongConsumer reached) throws IOException {
            try (InputStream bytes = HistoryBytes.counted(Files.newInputStream(file), reached);
                    ZipArchiveInputStream zip =
                            new ZipArchiveInputStream(bytes, StandardCharsets.UTF_8.name(), true, true)) {
                for (ZipArchiveEntry member = zip.getNextEntry(); member != null; member = zip.getNextEntry()) {
                    if (!member.isDirectory() && !member.isUnixSymlink() && zip.canReadEntryData(member)) {
                        visitor.visit(member.getName(), zip);
                    }
                }
            }
        }
    }

    /** A tar file, plain or gzip. */
    record Tar(Path file) implements ArchiveFile {
        @Override
        public void forEach(Visitor visitor, LongConsumer reached) throws IOException {
            try (InputStream bytes = HistoryBytes.counted(Files.newInputStream(file), reached);
                    TarArchiveInputStream tar = new TarArchiveInputStream(HistoryBytes.unpacked(bytes))) {
                for (TarArchiveEntry member = tar.getNextEntry(); member != null; member = tar.getNextEntry()) {
                    if (member.isFile() && tar.canReadEntryData(member)) {
                        visitor.visit(member.getName(), tar);
                    }
                }
            }
        }
    }
}
