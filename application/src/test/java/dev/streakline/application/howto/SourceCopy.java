package dev.streakline.application.howto;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** A copy of the main sources of some modules, which a test may change and compile. */
public final class SourceCopy {

    private static final Path TOP = Path.of("..").toAbsolutePath().normalize();
    private static final String JAVA = ".java";

    private final Path folder;
    private final List<String> modules;

    private SourceCopy(Path folder, List<String> modules) {
        this.folder = folder;
        this.modules = modules;
    }

    /**
     * Copies modules.
     *
     * @param folder an empty folder
     * @param modules the folders of those that a page changes, or that know what it changes
     */
    public static SourceCopy into(Path folder, String... modules) throws IOException {
        for (String module : modules) {
            Path main = TOP.resolve(module).resolve("src/main");
            Files.walkFileTree(main, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Path copy = folder.resolve(TOP.relativize(file));
                    Files.createDirectories(copy.getParent());
                    Files.copy(file, copy);
                    return FileVisitResult.CONTINUE;
                }
            });
        }
        Files.copy(TOP.resolve("README.md"), folder.resolve("README.md"));
        return new SourceCopy(folder, List.of(modules));
    }

    /**
     * Compiles what a change of these files concerns: the files, and those that mention a type of theirs, or have a switch, which
     * may have to be complete. Everything else is loaded as the build has compiled it.
     *
     * @param changed paths in the copy
     * @return a loader of the copy, in which classes of the test see it too
     */
    public URLClassLoader compile(Set<String> changed) throws IOException {
        Path classes = Files.createDirectories(folder.resolve("classes"));
        compile(concerned(changed), classes);
        List<Path> roots = new ArrayList<>(List.of(classes));
        modules.forEach(module -> roots.add(folder.resolve(module).resolve("src/main/resources")));
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            roots.add(Path.of(entry));
        }
        return new CopyFirst(roots.stream().map(SourceCopy::url).toArray(URL[]::new));
    }

    private List<Path> concerned(Set<String> changed) throws IOException {
        String types = changed.stream()
                .filter(file -> file.endsWith(JAVA))
                .map(file -> file.substring(file.lastIndexOf('/') + 1, file.length() - JAVA.length()))
                .collect(Collectors.joining("|"));
        Pattern concern = Pattern.compile("\\b(" + types + ")\\b|switch \\(");
        List<Path> concerned = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    files.filter(file -> file.toString().endsWith(JAVA)).toList()) {
                if (concern.matcher(Files.readString(file)).find()) {
                    concerned.add(file);
                }
            }
        }
        return concerned;
    }

    private static void compile(List<Path> sources, Path classes) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter faults = new StringWriter();
        List<String> options = List.of(
                "-proc:none", "-nowarn", "-d", classes.toString(), "-classpath", System.getProperty("java.class.path"));
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, Locale.ROOT, null)) {
            if (!compiler.getTask(faults, files, null, options, null, files.getJavaFileObjectsFromPaths(sources))
                    .call()) {
                throw new AssertionError("the changed copy does not compile:\n" + faults);
            }
        }
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException impossible) {
            throw new IllegalArgumentException(path.toString(), impossible);
        }
    }

    /** Loads what is ours from the copy, and takes everything else from the test. */
    private static final class CopyFirst extends URLClassLoader {

        private static final String OURS = "dev.streakline.";

        CopyFirst(URL[] roots) {
            super(roots, SourceCopy.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = findLoadedClass(name);
                if (loaded == null && name.startsWith(OURS)) {
                    loaded = findClass(name);
                }
                return loaded == null ? super.loadClass(name, resolve) : loaded;
            }
        }

        @Override
        public URL getResource(String name) {
            URL found = findResource(name);
            return found == null ? super.getResource(name) : found;
        }

        @Override
        public Enumeration<URL> getResources(String name) throws IOException {
            return name.startsWith(OURS.replace('.', '/')) ? findResources(name) : super.getResources(name);
        }
    }
}
