import "./mantine.css";
import "@mantine/notifications/styles.css";
import "./theme.css";
import { MantineProvider } from "@mantine/core";
import { Notifications } from "@mantine/notifications";
import { lazy, Suspense, useEffect } from "react";
import { presentProcess, useApp } from "../app/store.ts";
import { Dialogs } from "./Dialogs.tsx";
import { Header } from "./header/Header.tsx";
import { LeftPanel } from "./LeftPanel.tsx";
import {
  bringTheRest,
  loadCommandPalette,
  loadExportDialog,
  loadGallery,
  loadNodePicker,
  loadTour,
  loadVersions,
} from "./later.ts";
import { Panes } from "./Panes.tsx";
import { ResultsDock } from "./ResultsDock.tsx";
import { SidePanel } from "./SidePanel.tsx";
import { StageBar } from "./StageBar.tsx";
import styles from "./shell.module.css";
import { theme } from "./theme.ts";
import { useClipboard } from "./use-clipboard.ts";
import { useFileDrop } from "./use-file-drop.ts";
import { useFocusReturn } from "./use-focus-return.ts";
import { useKeys } from "./use-keys.ts";
import { useNotices } from "./use-notices.ts";

/** The whole page. */
export function App() {
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto">
      <Notifications position="bottom-center" limit={3} />
      <Shell />
    </MantineProvider>
  );
}

const CommandPalette = lazy(async () => ({ default: (await loadCommandPalette()).CommandPalette }));

const Gallery = lazy(async () => ({ default: (await loadGallery()).Gallery }));

const Versions = lazy(async () => ({ default: (await loadVersions()).Versions }));

const ExportDialog = lazy(async () => ({ default: (await loadExportDialog()).ExportDialog }));

const NodePicker = lazy(async () => ({ default: (await loadNodePicker()).NodePicker }));

const TourCard = lazy(async () => ({ default: (await loadTour()).TourCard }));

function Shell() {
  useKeys();
  useClipboard();
  useNotices();
  useFocusReturn();
  useTitle();
  useEffect(bringTheRest, []);
  const dropping = useFileDrop();
  return (
    <div className={styles.shell}>
      <Header />
      <div className={styles.body}>
        <LeftPanel />
        <main className={styles.middle}>
          <Panes />
          <StageBar />
          <ResultsDock />
        </main>
        <SidePanel />
      </div>
      {dropping && <div className={styles.dropHint}>Drop a process file to open it</div>}
      <Dialogs />
      <OnTop />
    </div>
  );
}

/** What lies over the page now and then. A part of its own, so that the page is not rendered anew when it comes and goes. */
function OnTop() {
  const picking = useApp(({ dialog }) => (dialog?.kind === "pick" ? dialog.to : undefined));
  const choosing = useApp((state) => state.dialog?.kind === "gallery");
  const goingBack = useApp((state) => state.dialog?.kind === "versions");
  const exporting = useApp((state) => state.dialog?.kind === "export");
  // Whoever has a dialog open, plays a run back or walks a record is offered nothing: it would be in the way.
  const tour = useApp(({ tour: at, dialog, playback, walk }) =>
    at?.stop === "offer" && (dialog || playback || walk) ? undefined : at,
  );
  const searching = useApp((state) => state.dialog?.kind === "commands");
  return (
    <>
      {searching && (
        <Suspense fallback={null}>
          <CommandPalette />
        </Suspense>
      )}
      {choosing && (
        <Suspense fallback={null}>
          <Gallery />
        </Suspense>
      )}
      {goingBack && (
        <Suspense fallback={null}>
          <Versions />
        </Suspense>
      )}
      {exporting && (
        <Suspense fallback={null}>
          <ExportDialog />
        </Suspense>
      )}
      {tour && (
        <Suspense fallback={null}>
          <TourCard tour={tour} />
        </Suspense>
      )}
      {picking && (
        <Suspense fallback={null}>
          <NodePicker to={picking} />
        </Suspense>
      )}
    </>
  );
}

/** Names the browser's tab after the process. */
function useTitle(): void {
  const name = useApp((state) => presentProcess(state).name);
  useEffect(() => {
    document.title = `${name} – Throughline`;
  }, [name]);
}
